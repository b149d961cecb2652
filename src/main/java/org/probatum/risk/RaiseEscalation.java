package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Journal;
import org.probatum.people.People;
import org.probatum.people.WorkingDays;

/** Raises an escalation: it counts on its decision, waits in its process and is in the journal from now on. */
@ApplicationScoped
class RaiseEscalation {
    private final Escalations escalations;
    private final EscalationFlow flow;
    private final People people;
    private final Journal journal;
    private final Clock clock;

    RaiseEscalation(Escalations escalations, EscalationFlow flow, People people, Journal journal, Clock clock) {
        this.escalations = escalations;
        this.flow = flow;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** To be answered within the working days of its kind. */
    Escalation raise(Decision decision, EscalationKind kind, Crossing crossing) {
        return raise(decision, kind, crossing, due(decision, kind));
    }

    Escalation raise(Decision decision, EscalationKind kind, Crossing crossing, Instant due) {
        Escalation escalation = new Escalation(decision, kind, crossing, clock.instant(), due);
        escalations.persist(escalation);
        decision.escalated().raised(kind.blocks());
        if (kind.hasProcess()) {
            flow.raised(escalation);
        }
        journal.record(
                decision,
                new DecisionEvent.EscalationRaised(
                        escalation.id(),
                        kind.name(),
                        crossing.title(),
                        crossing.threshold(),
                        crossing.measured(),
                        crossing.by(),
                        crossing.level().name(),
                        name(crossing.person()),
                        due));
        return escalation;
    }

    /** When a level that it reaches now has to have answered. */
    Instant due(Decision decision, EscalationKind kind) {
        return WorkingDays.after(
                clock.instant(), kind.answerDays(), decision.team().calendar());
    }

    private @Nullable String name(@Nullable Long person) {
        if (person == null) {
            return null;
        }
        Map<Long, String> names = people.names(List.of(person));
        return names.get(person);
    }
}
