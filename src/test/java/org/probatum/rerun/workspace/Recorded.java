package org.probatum.rerun.workspace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.probatum.evidence.manifest.Code;
import org.probatum.evidence.manifest.Dataset;
import org.probatum.evidence.manifest.Environment;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;
import org.probatum.evidence.manifest.Randomness;

/** Manifests of runs that recorded everything, but for what a test takes away. */
final class Recorded {
    static final String NO_COMMIT = "0123456789012345678901234567890123456789";

    String repository = "https://git.example.org/model.git";
    String commit = NO_COMMIT;
    Boolean dirty = false;
    String diffDigest;
    String directory;
    List<String> command = List.of("sh", "train.sh");
    Map<String, Long> seeds = new LinkedHashMap<>(Map.of("numpy", 7L));
    final Map<String, Object> parameters = new TreeMap<>();
    final Map<String, String> environment = new LinkedHashMap<>();
    final List<Dataset> data = new ArrayList<>();

    Recorded at(String address, String id) {
        repository = address;
        commit = id;
        return this;
    }

    Recorded reading(String name, String uri, String digest) {
        data.add(new Dataset(name, uri, null, digest, null, "test", null));
        return this;
    }

    Manifest manifest() {
        return new Manifest(
                "run-7",
                new Code(repository, commit, "main", dirty, diffDigest),
                new Invocation(command, null, parameters, environment, directory, null, null, 0, "mira", null),
                new Environment("sha256:" + "a".repeat(64), List.of(), "sha256:" + "b".repeat(64), null, null),
                null,
                new Randomness(seeds, null),
                data,
                null,
                List.of(new Metric("auc", new BigDecimal("0.79"), null, "applications", "test", null, null, null)),
                List.of(),
                null,
                null);
    }
}
