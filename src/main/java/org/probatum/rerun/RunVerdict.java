package org.probatum.rerun;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.Run;
import org.probatum.rerun.verdict.Judgement;

/**
 * A verdict on record.
 *
 * @param run the id of the recorded run
 * @param reference what it is cited by
 * @param manifest the digest of the manifest that was run again
 * @param rerun the id of the rerun that was judged; null where it was none of the service's own
 * @param metrics what was measured again
 */
public record RunVerdict(
        long id,
        long run,
        String reference,
        String manifest,
        @Nullable Long rerun,
        Verdict verdict,
        Judgement judgement,
        Map<String, BigDecimal> metrics,
        Instant at) {
    public RunVerdict {
        metrics = Map.copyOf(metrics);
    }

    /** It is about exactly this run, as it was recorded. */
    public boolean isOf(Run recorded) {
        return run == recorded.id() && manifest.equals(recorded.digest());
    }
}
