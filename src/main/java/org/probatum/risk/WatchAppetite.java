package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.decision.StageChanged;

/** Many small accepted risks add up: raised on the decision that exceeds the appetite, let go when the sum has fallen. */
@ApplicationScoped
class WatchAppetite {
    private final Escalations escalations;
    private final Decisions decisions;
    private final RiskCrossings crossings;
    private final RaiseEscalation raise;
    private final EndEscalation end;

    WatchAppetite(
            Escalations escalations,
            Decisions decisions,
            RiskCrossings crossings,
            RaiseEscalation raise,
            EndEscalation end) {
        this.escalations = escalations;
        this.decisions = decisions;
        this.crossings = crossings;
        this.raise = raise;
        this.end = end;
    }

    /** What a decision that ended bore, the team bears no more. */
    void moved(@Observes StageChanged change) {
        if (change.decision().stage().ended()) {
            lookElsewhere(change.decision());
        }
    }

    /** A risk accepted anew may weigh less than before. */
    void accepted(@Observes Journal.Recorded recorded) {
        if (recorded.event() instanceof DecisionEvent.RiskAccepted) {
            lookElsewhere(recorded.decision());
        }
    }

    void look(Decision decision, List<Escalation> open, boolean raises) {
        Optional<Escalation> standing = open.stream()
                .filter(one -> one.kind() == EscalationKind.APPETITE_EXCEEDED)
                .findFirst();
        Optional<Crossing> exceeded = crossings.ofAppetite(decision);
        if (exceeded.isPresent() && standing.isPresent()) {
            standing.get().measured(exceeded.get());
        } else if (exceeded.isPresent() && raises) {
            raise.raise(decision, EscalationKind.APPETITE_EXCEEDED, exceeded.get());
        } else if (exceeded.isEmpty()) {
            standing.ifPresent(one -> end.close(decision, one, "the team bears no more than its appetite now"));
        }
    }

    /** The other decisions of the team that wait for its appetite; one that is acted on just now is looked at then. */
    void lookElsewhere(Decision cause) {
        escalations.flush();
        for (Escalation one : escalations.beyondAppetite(cause.teamId())) {
            if (one.decisionId() != cause.id()) {
                decisions.lockedUnlessBusy(one.decisionId()).ifPresent(other -> look(other, List.of(one), false));
            }
        }
    }
}
