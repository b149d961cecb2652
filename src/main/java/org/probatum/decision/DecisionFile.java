package org.probatum.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.Claim;
import org.probatum.decision.material.DataSensitivity;
import org.probatum.decision.material.FollowUp;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.OptionSet;
import org.probatum.decision.material.Parts;
import org.probatum.decision.material.PlannedField;
import org.probatum.decision.material.ProductionImpact;
import org.probatum.decision.material.Reversibility;
import org.probatum.decision.material.Risk;
import org.probatum.decision.material.Rollback;
import org.probatum.decision.material.RolloutStep;
import org.probatum.decision.material.Scope;
import org.probatum.decision.material.Subject;
import org.probatum.decision.material.Summary;
import org.probatum.decision.material.TradeOff;

/** A decision as filed, by form, JSON or YAML ({@code /schemas/decision-1.json}); it may stop anywhere. */
public record DecisionFile(
        String apiVersion,
        String kind,
        String team,
        Category category,
        String title,
        @Nullable Subject subject,
        @Nullable List<String> tags,
        @Nullable ProductionImpact productionImpact,
        @Nullable DataSensitivity dataSensitivity,
        @Nullable Reversibility reversibility,
        @Nullable Scope scope,
        @Nullable List<Option> options,
        @Nullable String selected,
        @Nullable List<Claim> rationale,
        @Nullable String namedDifference,
        @Nullable List<TradeOff> tradeOffs,
        @Nullable List<Risk> risks,
        @Nullable List<RolloutStep> rollout,
        @Nullable Rollback rollback,
        @Nullable List<FollowUp> followUps,
        @Nullable Summary summary,
        @Nullable List<PlannedField> trackingPlan) {

    Profile profile() {
        return new Profile(title, category, subject, tags, productionImpact, dataSensitivity, reversibility);
    }

    /** The parts, those left out as empty ones; assessments count as the author's own. */
    Material material(String author) {
        return new Material(
                scope == null ? Scope.EMPTY : scope,
                new OptionSet(Parts.listOf(options), selected, Parts.listOf(rationale), namedDifference),
                Parts.listOf(tradeOffs).stream().map(t -> t.proposedBy(author)).toList(),
                Risk.numbered(risks),
                Parts.listOf(rollout),
                rollback,
                Parts.listOf(followUps),
                summary == null ? Summary.EMPTY : summary,
                trackingPlan);
    }
}
