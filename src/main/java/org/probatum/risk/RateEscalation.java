package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.material.Risk;

/** Steps of the escalation's process: rate what it is about, then wait for the answer. */
@ApplicationScoped
public class RateEscalation {
    private final Escalations escalations;
    private final Decisions decisions;
    private final Ratings ratings;

    RateEscalation(Escalations escalations, Decisions decisions, Ratings ratings) {
        this.escalations = escalations;
        this.decisions = decisions;
        this.ratings = ratings;
    }

    /** What the risk table says of the risk is above the team's tolerance; a breach of the appetite was measured as such. */
    public boolean isAbove(long escalationId) {
        Escalation escalation = escalations.findById(escalationId);
        if (!escalation.kind().ofRisk()) {
            return true;
        }
        Decision decision = decisions.byId(escalation.decisionId());
        Level tolerance = Level.valueOf(decision.team().tolerance());
        return decision.material()
                .risk(escalation.subject())
                .flatMap(this::residual)
                .filter(rating -> rating.level().compareTo(tolerance) > 0)
                .isPresent();
    }

    /** The answer is waited for from now on. */
    public void await(long escalationId, String taskId) {
        escalations.findById(escalationId).await(taskId);
    }

    private java.util.Optional<Rating> residual(Risk risk) {
        return ratings.residual(risk);
    }
}
