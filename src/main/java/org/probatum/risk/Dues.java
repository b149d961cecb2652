package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;

/** What is owed and waited for about a decision. */
@ApplicationScoped
class Dues {
    private final Escalations escalations;
    private final EndEscalation end;
    private final FollowUps followUps;

    Dues(Escalations escalations, EndEscalation end, FollowUps followUps) {
        this.escalations = escalations;
        this.end = end;
        this.followUps = followUps;
    }

    /**
     * Ends it all, since the decision holds no more.
     *
     * @param by whose word that is; null for the service itself
     */
    void end(Decision decision, @Nullable Long by, String why) {
        escalations.open(decision).forEach(one -> end.close(decision, one, why));
        followUps.open(decision.id()).forEach(row -> followUps.end(row, FollowUpRow.State.ENDED, by, why));
    }
}
