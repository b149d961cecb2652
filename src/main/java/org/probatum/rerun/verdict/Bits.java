package org.probatum.rerun.verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Artifact;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;
import org.probatum.rerun.Outcome;

/**
 * Whether a rerun left the same, bit for bit: every recorded file that has a digest, and every recorded metric that was
 * measured again. What is recorded as a file counts as one, {@code metrics.json} too. Files that were not recorded say
 * nothing against it, and are named.
 *
 * @param equal at least one file has a digest, all those files are there with theirs, and no metric differs
 * @param undigested recorded files without a digest: there is nothing to hold them against
 * @param further files that were not recorded
 */
public record Bits(
        boolean equal,
        List<File> files,
        List<Differing> metrics,
        int equalMetrics,
        List<String> undigested,
        List<String> further) {
    public Bits {
        files = List.copyOf(files);
        metrics = List.copyOf(metrics);
        undigested = List.copyOf(undigested);
        further = List.copyOf(further);
    }

    /** A recorded file; re-run is null where the rerun left none of that name. */
    public record File(
            String path, String recorded, @Nullable String rerun, boolean equal) {}

    /** A metric that is not what was recorded. */
    public record Differing(String metric, BigDecimal recorded, BigDecimal rerun) {}

    static Bits of(Manifest recorded, Outcome outcome, Remeasured remeasured) {
        Map<String, Artifact> left = outcome.artifacts().stream()
                .collect(Collectors.toMap(one -> path(one.path()), one -> one, (first, second) -> second));
        List<File> files = recorded.artifacts().stream()
                .filter(one -> one.sha256() != null)
                .map(one -> file(one, left.get(path(one.path()))))
                .toList();
        List<Metric> again = remeasured.contexts().stream()
                .filter(metric -> remeasured.of(metric) != null)
                .toList();
        List<Differing> differing = again.stream()
                .map(metric -> new Differing(
                        metric.name(),
                        Objects.requireNonNull(metric.value()),
                        Objects.requireNonNull(remeasured.of(metric))))
                .filter(one -> one.recorded().compareTo(one.rerun()) != 0)
                .toList();
        List<String> known =
                recorded.artifacts().stream().map(one -> path(one.path())).toList();
        return new Bits(
                !files.isEmpty()
                        && files.stream().allMatch(File::equal)
                        && differing.isEmpty()
                        && remeasured.contexts().stream().noneMatch(remeasured::isStray),
                files,
                differing,
                again.size() - differing.size(),
                recorded.artifacts().stream()
                        .filter(one -> one.sha256() == null)
                        .map(Artifact::path)
                        .toList(),
                left.keySet().stream()
                        .filter(path -> !known.contains(path))
                        .sorted()
                        .toList());
    }

    private static File file(Artifact recorded, @Nullable Artifact left) {
        String digest = Objects.requireNonNull(recorded.sha256());
        String again = left == null ? null : left.sha256();
        return new File(recorded.path(), digest, again, digest.equals(again));
    }

    private static String path(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }

    /** Why it is bit for bit the same or why not, as a sentence. */
    public String words() {
        if (files.isEmpty()) {
            return "No recorded file has a digest, so that it cannot be the same bit for bit.";
        }
        if (equal) {
            return "Bit for bit the same: " + count(files.size(), "file") + " with the recorded digest, and "
                    + count(equalMetrics, "metric") + " equal.";
        }
        List<String> gone = files.stream()
                .filter(file -> file.rerun() == null)
                .map(File::path)
                .toList();
        List<String> other = files.stream()
                .filter(file -> file.rerun() != null && !file.equal())
                .map(File::path)
                .toList();
        return "Not bit for bit the same:"
                + (gone.isEmpty() ? "" : " " + String.join(", ", gone) + " was not written;")
                + (other.isEmpty() ? "" : " " + String.join(", ", other) + " has another digest;")
                + (metrics.isEmpty()
                        ? ""
                        : " " + metrics.stream().map(Differing::metric).collect(Collectors.joining(", "))
                                + " is not equal;")
                + " " + files.stream().filter(File::equal).count() + " of " + count(files.size(), "file")
                + " with the recorded digest.";
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
