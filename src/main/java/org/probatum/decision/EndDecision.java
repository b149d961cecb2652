package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;

/** The process's last step: the decision is published, declined, rejected or withdrawn. */
@ApplicationScoped
public class EndDecision {
    private final Decisions decisions;
    private final Event<StageChanged> listeners;
    private final Clock clock;

    EndDecision(Decisions decisions, Event<StageChanged> listeners, Clock clock) {
        this.decisions = decisions;
        this.listeners = listeners;
        this.clock = clock;
    }

    public void end(long decisionId, Stage end) {
        Decision decision = decisions.byId(decisionId);
        decision.end(end, clock.instant());
        listeners.fire(new StageChanged(decision));
    }
}
