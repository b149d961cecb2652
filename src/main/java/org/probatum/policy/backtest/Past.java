package org.probatum.policy.backtest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Profile;
import org.probatum.decision.Tier;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.risk.Level;

/**
 * What of a past decision a table can judge: narrow, so that ten thousand are read in seconds.
 *
 * @param tier as it was judged; null when it was declined before
 */
public record Past(
        long id,
        boolean declined,
        Profile profile,
        @Nullable Tier tier,
        Level tolerance,
        List<PastRisk> risks,
        List<PastGate> gates,
        List<PastReview> reviews) {

    /** A risk as it is stated. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PastRisk(
            @Nullable String id,
            @Nullable Likelihood likelihood,
            @Nullable Impact impact,
            @Nullable Likelihood residualLikelihood,
            @Nullable Impact residualImpact) {}

    /** A gate that was opened, and the judgement that set its terms, where that was kept. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PastGate(
            String gate,
            @Nullable Map<String, String> inputs,
            @Nullable Map<String, String> outputs) {}

    /** A gate's report at a review. */
    public record PastReview(String gate, boolean approved, List<PastLine> lines) {}

    /** A requirement as it was found then. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PastLine(String id, @Nullable String binding, String state) {}
}
