package org.probatum.decision.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Gate;
import org.probatum.decision.Profile;
import org.probatum.decision.Stage;
import org.probatum.decision.Tier;
import org.probatum.decision.Validity;
import org.probatum.decision.material.Claim;
import org.probatum.decision.material.FollowUp;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.Risk;
import org.probatum.decision.material.Rollback;
import org.probatum.decision.material.RolloutStep;
import org.probatum.decision.material.Scope;
import org.probatum.decision.material.Summary;
import org.probatum.decision.material.TradeOff;

/** A decision as the API gives it: where it stands, and its material under the decision file's own names. */
public record DecisionAnswer(
        String key,
        int version,
        Stage stage,
        Validity validity,
        @Nullable Instant validitySince,
        @Nullable String supersededBy,
        boolean inReview,
        boolean rerunning,
        boolean stopped,
        @Nullable Gate gate,
        List<String> openSeats,
        Tier tier,
        @Nullable Instant due,
        Instant filedAt,
        @Nullable String reason,
        @Nullable String criteriaSeal,
        String policy,
        Profile profile,
        Scope scope,
        List<Option> options,
        @Nullable String selected,
        List<Claim> rationale,
        @Nullable String namedDifference,
        List<TradeOff> tradeOffs,
        List<Risk> risks,
        List<RolloutStep> rollout,
        @Nullable Rollback rollback,
        List<FollowUp> followUps,
        Summary summary) {

    public static DecisionAnswer of(Decision d) {
        return new DecisionAnswer(
                d.key(),
                d.version(),
                d.stage(),
                d.validity(),
                d.validitySince(),
                d.supersededBy(),
                d.inReview(),
                d.rerunning(),
                d.stopped(),
                d.stage().gate(),
                d.openSeats(),
                d.tier(),
                d.dueAt(),
                d.filedAt(),
                d.reason(),
                d.criteriaSeal(),
                d.policy(),
                d.profile(),
                d.material().scope(),
                d.material().choice().options(),
                d.material().choice().selected(),
                d.material().choice().rationale(),
                d.material().choice().namedDifference(),
                d.material().tradeOffs(),
                d.material().risks(),
                d.material().rollout(),
                d.material().rollback(),
                d.material().followUps(),
                d.material().summary());
    }
}
