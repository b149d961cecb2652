package org.probatum.rerun.verdict;

import org.jspecify.annotations.Nullable;
import org.probatum.evidence.Run;
import org.probatum.evidence.manifest.Manifest;

/**
 * A recorded run, and how running it again ended.
 *
 * @param run the recorded run's id
 * @param reference what it is cited by
 * @param manifest what was recorded
 * @param ending null while it has not been run again: it is not judged, and says which of its metrics were sought
 */
public record Attempt(
        long run,
        String reference,
        Manifest manifest,
        @Nullable Ending ending) {
    public static Attempt of(Run run, @Nullable Ending ending) {
        return new Attempt(run.id(), run.reference(), run.manifest(), ending);
    }
}
