package org.probatum.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.decision.material.PlannedField;
import org.probatum.evidence.tracking.PlanCheck;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * Writes a decision's own logging plan: more than its category requires, or said otherwise, and never less. An
 * empty plan gives the category's back.
 */
@ApplicationScoped
public class PlanTracking {
    private final Decisions decisions;
    private final ReviseMaterial reviseMaterial;

    PlanTracking(Decisions decisions, ReviseMaterial reviseMaterial) {
        this.decisions = decisions;
        this.reviseMaterial = reviseMaterial;
    }

    @Transactional
    public Decision plan(Actor actor, String key, int seen, List<PlannedField> plan) {
        Decision decision = decisions.visible(actor, key);
        ReviseMaterial.requireOpen(actor, decision, Part.TRACKING_PLAN);
        List<Violation> found =
                plan.isEmpty() ? List.of() : PlanCheck.of(decision.profile().category(), plan);
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
        return reviseMaterial.revise(actor, key, seen, Part.TRACKING_PLAN, material -> material.withTrackingPlan(plan));
    }
}
