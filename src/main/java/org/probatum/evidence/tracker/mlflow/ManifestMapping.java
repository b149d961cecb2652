package org.probatum.evidence.tracker.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Artifact;
import org.probatum.evidence.manifest.Code;
import org.probatum.evidence.manifest.Dataset;
import org.probatum.evidence.manifest.Environment;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.evidence.manifest.Lineage;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;
import org.probatum.evidence.manifest.Provenance;
import org.probatum.evidence.manifest.Randomness;
import org.probatum.evidence.tracker.TrackerFacts;

/**
 * What an MLflow run says, as a manifest. Observed is what the tracker's own client takes down without being told (the
 * commit, the script, the times) and what was seen on the way here; declared is whatever somebody's code logged, and the
 * dataset digest, which is of a sample and proves no content. MLflow does not say whether files differed from the commit, so
 * nothing is said of it here.
 */
final class ManifestMapping {
    private static final int MOST = 1000;
    private static final String TOOL = "probatum mlflow importer";
    private static final Set<String> HELD_OUT =
            Set.of("test", "testing", "eval", "evaluation", "validation", "holdout");

    private final TrackerFacts facts;
    private final List<String> notes;
    private final List<String> observed = new ArrayList<>();
    private final List<String> declared = new ArrayList<>();

    private ManifestMapping(TrackerFacts facts, List<String> notes) {
        this.facts = facts;
        this.notes = notes;
    }

    /**
     * The manifest.
     *
     * @param tracker what the tracker is called here
     * @param read the artifacts that were read, by path
     * @param notes takes what was left out
     */
    static Manifest of(TrackerFacts facts, String tracker, Map<String, Artifacts.Read> read, List<String> notes) {
        return new ManifestMapping(facts, notes).manifest(tracker, read);
    }

    /** Short name of a run: what it is called, and enough of its id to tell it apart. */
    static String name(TrackerFacts facts) {
        String words = facts.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String start = words.substring(0, Math.min(40, words.length())).replaceAll("-+$", "");
        String id = facts.run().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return (start.isEmpty() ? "run" : start) + "-" + id.substring(0, Math.min(8, id.length()));
    }

    private Manifest manifest(String tracker, Map<String, Artifacts.Read> read) {
        if (!facts.status().equals("FINISHED")) {
            notes.add("Its status is " + (facts.status().isEmpty() ? "not known" : facts.status()) + ", not FINISHED");
        }
        Code code = code();
        Invocation invocation = invocation();
        Randomness randomness = randomness();
        List<Dataset> data = data();
        List<Metric> metrics = metrics();
        List<Artifact> artifacts = artifacts(read);
        String parent = tag("mlflow.parentRunId");
        see(parent, "/lineage/parent");
        observed.add("/lineage/tracker");
        observed.add("/lineage/runId");
        String image = tag("mlflow.docker.image.id");
        boolean digest = image != null && image.matches("sha256:[0-9a-f]{64}");
        Environment environment = digest ? new Environment(null, List.of(), image, null, null) : null;
        see(environment, "/environment/imageDigest");
        return new Manifest(
                name(facts),
                code,
                invocation,
                environment,
                null,
                randomness,
                data,
                null,
                metrics,
                artifacts,
                new Lineage(parent, tracker, facts.run()),
                new Provenance(TOOL, "1", observed, declared));
    }

    private @Nullable Code code() {
        String repository = tag("mlflow.source.git.repoURL");
        String commit = tag("mlflow.source.git.commit");
        if (commit != null && !commit.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            notes.add("Its commit \"" + brief(commit) + "\" is no whole commit id and was left out");
            commit = null;
        }
        String branch = tag("mlflow.source.git.branch");
        // Some have a token in the address of their repository.
        String plain = repository == null ? null : repository.replaceFirst("^(\\w+://)[^/@]*@", "$1");
        see(plain, "/code/repository");
        see(commit, "/code/commit");
        see(branch, "/code/branch");
        return plain == null && commit == null && branch == null ? null : new Code(plain, commit, branch, null, null);
    }

    private Invocation invocation() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        facts.params().forEach((key, value) -> {
            if (parameters.size() < MOST) {
                parameters.put(key, value);
            }
        });
        cut(facts.params().size(), "parameters");
        String source = tag("mlflow.source.name");
        see(source, "/invocation/entryPoint");
        see(facts.started(), "/invocation/started");
        see(facts.ended(), "/invocation/ended");
        see(facts.user(), "/invocation/who");
        if (!parameters.isEmpty()) {
            declared.add("/invocation/parameters");
        }
        return new Invocation(
                List.of(),
                source,
                parameters,
                Map.of(),
                null,
                moment(facts.started()),
                moment(facts.ended()),
                null,
                facts.user(),
                null);
    }

    private @Nullable Randomness randomness() {
        Map<String, Long> seeds = new TreeMap<>();
        facts.params().forEach((key, value) -> {
            if (key.matches("(?i)(.*[._-])?(seed|random_state|random_seed)") && value.matches("-?[0-9]{1,18}")) {
                seeds.put(key, Long.valueOf(value));
            }
        });
        if (seeds.isEmpty()) {
            return null;
        }
        declared.add("/randomness/seeds");
        return new Randomness(seeds, null);
    }

    private List<Dataset> data() {
        List<Dataset> data = new ArrayList<>();
        for (TrackerFacts.DatasetUse use : facts.datasets()) {
            if (data.size() == 100) {
                break;
            }
            String place = "/data/" + data.size();
            JsonNode source = inside(use.source());
            String uri = first(source, "uri", "url", "path", "name");
            JsonNode rows = inside(use.profile()).path("num_rows");
            Dataset dataset = new Dataset(
                    use.name(),
                    uri,
                    use.digest() == null ? null : "declared by MLflow: " + use.digest(),
                    null,
                    rows.isIntegralNumber() && rows.asLong() >= 0 ? rows.asLong() : null,
                    use.context(),
                    null);
            data.add(dataset);
            declared.add(place);
        }
        cut(facts.datasets().size(), "datasets", 100);
        return data;
    }

    /** A metric belongs to the dataset it names; else to the only one there is, or the only one held out. */
    private List<Metric> metrics() {
        TrackerFacts.@Nullable DatasetUse usual = usual();
        List<Metric> metrics = new ArrayList<>();
        facts.metrics().forEach((name, last) -> {
            if (metrics.size() < MOST) {
                String dataset = last.dataset() != null ? last.dataset() : usual == null ? null : usual.name();
                String split = facts.datasets().stream()
                        .filter(use -> use.name().equals(dataset))
                        .filter(use -> usual == null || !use.name().equals(usual.name()) || use.equals(usual))
                        .map(use -> use.context() == null ? "" : use.context())
                        .reduce((one, other) -> one.equals(other) ? one : "")
                        .filter(context -> !context.isEmpty())
                        .orElse(null);
                metrics.add(new Metric(
                        name,
                        Values.decimal(last.value()),
                        null,
                        dataset,
                        split,
                        last.step() < 0 ? null : last.step(),
                        null,
                        null));
            }
        });
        cut(facts.metrics().size(), "metrics");
        if (!metrics.isEmpty()) {
            declared.add("/metrics");
        }
        return metrics;
    }

    private TrackerFacts.@Nullable DatasetUse usual() {
        List<TrackerFacts.DatasetUse> held = facts.datasets().stream()
                .filter(use ->
                        use.context() != null && HELD_OUT.contains(use.context().toLowerCase(Locale.ROOT)))
                .toList();
        return held.size() == 1
                ? held.get(0)
                : facts.datasets().size() == 1 ? facts.datasets().get(0) : null;
    }

    private List<Artifact> artifacts(Map<String, Artifacts.Read> read) {
        List<Artifact> artifacts = new ArrayList<>();
        if (facts.artifacts() != null) {
            facts.artifacts().forEach((path, size) -> {
                Artifacts.Read seen = read.get(path);
                String place = "/artifacts/" + artifacts.size();
                (seen == null ? declared : observed).add(place);
                artifacts.add(
                        new Artifact(path, seen == null ? null : seen.sha256(), seen == null ? size : seen.bytes()));
            });
        }
        return artifacts;
    }

    private void see(@Nullable Object value, String pointer) {
        if (value != null) {
            observed.add(pointer);
        }
    }

    private void cut(int there, String what) {
        cut(there, what, MOST);
    }

    private void cut(int there, String what, int most) {
        if (there > most) {
            notes.add("It has " + there + " " + what + ": the first " + most + " by name were taken");
        }
    }

    private @Nullable String tag(String name) {
        String value = facts.tags().get(name);
        return value == null || value.isBlank() ? null : brief(value);
    }

    private static String brief(String value) {
        return Values.cut(value, 200);
    }

    private static @Nullable Instant moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable String first(JsonNode of, String... fields) {
        for (String field : fields) {
            if (of.path(field).isTextual() && !of.path(field).asText().isBlank()) {
                return of.path(field).asText();
            }
        }
        return null;
    }

    /** JSON that was put into a text. */
    private static JsonNode inside(@Nullable String text) {
        if (text != null && text.startsWith("{")) {
            try {
                return Server.JSON.readTree(text);
            } catch (IOException e) {
                return Server.JSON.createObjectNode();
            }
        }
        return Server.JSON.createObjectNode();
    }
}
