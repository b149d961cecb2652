package org.probatum.evidence.lineage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.probatum.evidence.EvidenceDisturbed;

/** Keeps what anybody finds, before whoever acts on it looks. A recall keeps its own. */
@ApplicationScoped
class KeepDisturbances {
    private static final int FIRST = Interceptor.Priority.APPLICATION - 1000;

    private final Disturbances disturbances;

    KeepDisturbances(Disturbances disturbances) {
        this.disturbances = disturbances;
    }

    void found(@Observes @Priority(FIRST) EvidenceDisturbed found) {
        if (found.recall() == null) {
            disturbances.keep(found);
        }
    }
}
