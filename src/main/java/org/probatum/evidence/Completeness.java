package org.probatum.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Code;
import org.probatum.evidence.manifest.Dataset;
import org.probatum.evidence.manifest.Environment;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Randomness;

/** Which fields of a manifest, missing, keep its run from being re-run; empty when none does. */
public record Completeness(List<Gap> gaps) {
    /** A missing field and what to record there. */
    public record Gap(String pointer, String record) {}

    /** Nothing keeps the run from being re-run from its manifest. */
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /** The missing fields in a line. */
    public String words() {
        return String.join(", ", gaps.stream().map(Gap::pointer).toList());
    }

    /** Reads the manifest as an executor would have to. */
    public static Completeness of(Manifest manifest) {
        List<Gap> gaps = new ArrayList<>();
        Code code = manifest.code();
        need(gaps, code == null ? null : code.repository(), "/code/repository", "the address of the repository");
        need(gaps, code == null ? null : code.commit(), "/code/commit", "the full hash of the commit that ran");
        if (code != null && Boolean.TRUE.equals(code.dirty())) {
            need(gaps, code.diffDigest(), "/code/diffDigest", "the digest of the changes that were not committed");
        }
        Invocation invocation = manifest.invocation();
        if (invocation == null || invocation.command().isEmpty()) {
            gaps.add(new Gap("/invocation/command", "the command as a list of arguments"));
        }
        Environment environment = manifest.environment();
        if (environment == null || (environment.lockFileDigest() == null && environment.imageDigest() == null)) {
            gaps.add(new Gap("/environment/lockFileDigest", "the digest of the lock file, or of the container image"));
        }
        Randomness randomness = manifest.randomness();
        if (randomness == null || randomness.seeds().isEmpty()) {
            gaps.add(new Gap("/randomness/seeds", "the seed given to each library"));
        }
        if (manifest.data().isEmpty()) {
            gaps.add(new Gap("/data", "each dataset read, with URI and content digest"));
        }
        for (int i = 0; i < manifest.data().size(); i++) {
            Dataset dataset = manifest.data().get(i);
            need(gaps, dataset.uri(), "/data/" + i + "/uri", "where the dataset can be fetched");
            need(gaps, dataset.sha256(), "/data/" + i + "/sha256", "the SHA-256 of the dataset's whole content");
        }
        if (manifest.metrics().isEmpty()) {
            gaps.add(new Gap("/metrics", "each metric with the dataset and split it was measured on"));
        }
        return new Completeness(List.copyOf(gaps));
    }

    private static void need(List<Gap> gaps, @Nullable String value, String pointer, String record) {
        if (value == null) {
            gaps.add(new Gap(pointer, record));
        }
    }
}
