package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.RolloutStep;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** The way into production has conditions a machine could check. */
@Singleton
class RolloutMeasurable implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "trade-offs.rollout", "Rollout steps have measurable go criteria", Gate.TRADE_OFFS, 30, false);
    }

    @Override
    public Finding judge(Case laid) {
        if (!laid.decision().profile().affectsProduction()) {
            return new Finding.NotApplicable("Production is not affected.");
        }
        List<RolloutStep> steps = laid.material().rollout();
        if (steps.isEmpty()) {
            return new Finding.Unsatisfied(
                    "Production is affected and no rollout is planned.",
                    "List the steps, each with the metric, operator, value and window that lets the next begin.");
        }
        return Numbered.unmet(steps, step -> step.step() != null && Measurable.is(step.go()))
                .<Finding>map(which -> new Finding.Unsatisfied(
                        "Rollout step " + which + " has no measurable go criterion.",
                        "Give it a metric, operator, value and window."))
                .orElseGet(() -> new Finding.Satisfied(Numbered.count(steps, "step") + ", each with a go criterion."));
    }
}
