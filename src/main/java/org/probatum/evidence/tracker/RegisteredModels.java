package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.probatum.shared.Json;

/** What a run was registered as in its tracker's model registry when it was imported. */
@ApplicationScoped
public class RegisteredModels {
    private final EntityManager database;

    RegisteredModels(EntityManager database) {
        this.database = database;
    }

    /** The versions that came from a run; none of one that no tracker knows or that was never registered. */
    @SuppressWarnings("unchecked")
    public List<ModelVersion> of(long run) {
        List<String> rows = database.createNativeQuery("select models::text from run_snapshot where run_id = ?1")
                .setParameter(1, run)
                .getResultList();
        return rows.stream()
                .flatMap(models -> List.of(Json.read(models, ModelVersion[].class)).stream())
                .toList();
    }
}
