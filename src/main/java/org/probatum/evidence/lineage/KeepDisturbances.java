package org.probatum.evidence.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.probatum.evidence.EvidenceDisturbed;

/** Keeps what anybody finds, and tells whoever acts on it what is new. A recall has kept its own already. */
@ApplicationScoped
class KeepDisturbances {
    private final Disturbances disturbances;
    private final Event<DisturbanceKept> listeners;

    KeepDisturbances(Disturbances disturbances, Event<DisturbanceKept> listeners) {
        this.disturbances = disturbances;
        this.listeners = listeners;
    }

    void found(@Observes EvidenceDisturbed found) {
        if (found.recall() != null || disturbances.keep(found)) {
            listeners.fire(new DisturbanceKept(found));
        }
    }
}
