package org.probatum.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Journal;

/** Fails the domain at a moment that a test chooses: when an event of one kind is recorded. */
@ApplicationScoped
class Saboteur {
    private volatile @Nullable Class<? extends DecisionEvent> target;

    void strikeAt(Class<? extends DecisionEvent> event) {
        target = event;
    }

    void rest() {
        target = null;
    }

    void watch(@Observes Journal.Recorded recorded) {
        if (target != null && recorded.event().getClass() == target) {
            throw new IllegalStateException("sabotage");
        }
    }
}
