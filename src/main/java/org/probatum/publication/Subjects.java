package org.probatum.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.OptionSet;
import org.probatum.evidence.Run;
import org.probatum.evidence.manifest.Artifact;

/** What a published decision is about, by digest: its record, and every file that runs of the selected option wrote. */
final class Subjects {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private Subjects() {}

    /** Names by digest, the record first. */
    static Map<String, String> of(Record record, OptionSet choice, List<Run> runs) {
        Map<String, String> subjects = new LinkedHashMap<>();
        subjects.put(record.digest(), "record of " + record.key());
        List<String> cited = choice.options().stream()
                .filter(option -> Objects.equals(option.id(), choice.selected()))
                .map(Option::runs)
                .flatMap(List::stream)
                .toList();
        for (Run run : runs) {
            if (cited.contains(run.reference())) {
                for (Artifact artifact : run.manifest().artifacts()) {
                    put(subjects, artifact.sha256(), run.name() + "/" + artifact.path());
                }
            }
        }
        return subjects;
    }

    private static void put(Map<String, String> subjects, @Nullable String digest, String name) {
        if (digest != null && DIGEST.matcher(digest).matches()) {
            subjects.putIfAbsent(digest, name);
        }
    }
}
