package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Rollback;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** When to go back, how, and who pulls it is settled before going forward. */
@Singleton
class RollbackReady implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "trade-offs.rollback",
                "Rollback has a trigger, steps and somebody who pulls it",
                Gate.TRADE_OFFS,
                40,
                false);
    }

    @Override
    public Finding judge(Case laid) {
        if (!laid.decision().profile().affectsProduction()) {
            return new Finding.NotApplicable("Production is not affected.");
        }
        Rollback rollback = laid.material().rollback();
        if (rollback == null) {
            return new Finding.Unsatisfied(
                    "Production is affected and no way back is planned.",
                    "State the trigger (metric, operator, threshold, window), the steps and who pulls it.");
        }
        List<String> missing = new ArrayList<>();
        if (!Measurable.is(rollback.trigger())) {
            missing.add("a measurable trigger");
        }
        if (rollback.steps().isEmpty()) {
            missing.add("steps");
        }
        if (rollback.owner() == null) {
            missing.add("somebody who pulls it");
        }
        return missing.isEmpty()
                ? new Finding.Satisfied("Pulled by " + rollback.owner() + ".")
                : new Finding.Unsatisfied(
                        "The rollback lacks " + Numbered.join(missing) + ".", "State " + Numbered.join(missing) + ".");
    }
}
