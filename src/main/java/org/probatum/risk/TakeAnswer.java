package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;

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
    DecisionEvent settled(EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given) {
        DecisionEvent event = taken(by, decision, escalation, given, null);
        end.settle(decision, escalation, given.comment(), given.until());
        return event;
    }

    /** An answer after which it still counts. */
    DecisionEvent taken(
            EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given, @Nullable Long person) {
        escalations.keep(new EscalationAnswer(escalation, by, given, person, clock.instant()));
        return new DecisionEvent.EscalationAnswered(
                escalation.id(),
                escalation.kind().name(),
                escalation.title(),
                given.answer().name(),
                by.level().name(),
                given.comment(),
                given.until(),
                DecisionEvent.Absent.of(by.voice()));
    }
}
