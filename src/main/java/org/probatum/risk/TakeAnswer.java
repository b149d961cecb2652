package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.people.Actor;

/** Writes down what was answered, for ever. The event is recorded by the caller, once everything the answer does is done. */
@ApplicationScoped
class TakeAnswer {
    private final Escalations escalations;
    private final EndEscalation end;
    private final Clock clock;

    TakeAnswer(Escalations escalations, EndEscalation end, Clock clock) {
        this.escalations = escalations;
        this.end = end;
        this.clock = clock;
    }

    /** An answer after which nothing waits any more. */
    DecisionEvent settled(Actor actor, Decision decision, Escalation escalation, Given given) {
        DecisionEvent event = taken(actor, decision, escalation, given, null);
        end.settle(decision, escalation, given.comment(), given.until());
        return event;
    }

    /** An answer after which it still counts. */
    DecisionEvent taken(Actor actor, Decision decision, Escalation escalation, Given given, @Nullable Long person) {
        EscalationLevel as = EscalationLevel.reaching(
                        actor, decision.teamId(), escalation.firstLevel, escalation.level, escalation.personId)
                .orElse(escalation.firstLevel);
        escalations.keep(new EscalationAnswer(escalation, actor, as, given, person, clock.instant()));
        return new DecisionEvent.EscalationAnswered(
                escalation.id(),
                escalation.kind().name(),
                escalation.title(),
                given.answer().name(),
                as.name(),
                given.comment(),
                given.until());
    }
}
