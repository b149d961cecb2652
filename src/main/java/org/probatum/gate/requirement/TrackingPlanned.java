package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.PlannedField;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.tracking.PlanCheck;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;
import org.probatum.shared.Violation;

/** What every run must record, who captures it, when and where, is known before the first one starts. */
@Singleton
class TrackingPlanned implements Requirement {
    @Override
    public Question asks() {
        return new Question("scope.tracking-plan", "A tracking schema and logging plan exist", Gate.SCOPE, 60, true);
    }

    @Override
    public Finding judge(Case laid) {
        Category category = laid.decision().profile().category();
        List<PlannedField> written = laid.material().trackingPlan();
        TrackingPlan plan = laid.plan();
        String asks = Numbered.count(plan.required(), "field") + " of every run";
        if (written == null) {
            return new Finding.Satisfied("The plan of every " + category.name().toLowerCase(Locale.ROOT)
                    + " decision holds: it asks " + asks + ".");
        }
        List<Violation> wrong = PlanCheck.of(category, written);
        if (!wrong.isEmpty()) {
            return new Finding.Unsatisfied(
                    "The logging plan is none: "
                            + Numbered.join(wrong.stream().map(Violation::wrong).toList()) + ".",
                    "Edit the plan: it asks at least what the category requires, of fields that a run manifest has.");
        }
        List<String> silent = written.stream()
                .filter(field -> !field.tells())
                .map(PlannedField::field)
                .toList();
        return silent.isEmpty()
                ? new Finding.Satisfied(
                        "The team's own plan asks " + asks + ", and says who captures each, when and where.")
                : new Finding.Unsatisfied(
                        "The logging plan does not say everything about " + Numbered.join(silent) + ".",
                        "Say by whom or what each is captured, when, where it is stored, and what it is good for.");
    }
}
