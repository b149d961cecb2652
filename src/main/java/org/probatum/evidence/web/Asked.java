package org.probatum.evidence.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Stage;
import org.probatum.evidence.lineage.SourceKind;
import org.probatum.evidence.lineage.Sources;
import org.probatum.evidence.lineage.Subject;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * What somebody asks about: the words, narrowed to a kind and a stage where they say so.
 *
 * @param found the things that the words name
 */
record Asked(
        String words, @Nullable SourceKind kind, @Nullable Stage stage, List<Subject> found) {
    private static final int LONGEST = 1_000;

    static Asked of(Sources sources, @Nullable String of, @Nullable String kind, @Nullable String stage) {
        String words = of == null ? "" : of.replace("\0", "").strip();
        words = words.substring(0, Math.min(LONGEST, words.length()));
        SourceKind narrowed = named(SourceKind.class, "kind", kind);
        return new Asked(
                words,
                narrowed,
                named(Stage.class, "stage", stage),
                sources.find(words).stream()
                        .filter(one -> narrowed == null || one.kind() == narrowed)
                        .toList());
    }

    /** The one thing asked about; null when nothing or several things are called so. */
    @Nullable
    Subject one() {
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Where a thing is asked about. */
    static String address(Subject subject) {
        return "/lineage?of=" + encoded(subject.value()) + "&kind=" + subject.kind();
    }

    static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, String parameter, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(Violation.at(
                        "/" + parameter,
                        "\"" + name + "\" is none of them",
                        "one of " + Arrays.toString(type.getEnumConstants())))));
    }
}
