package org.probatum.workflow;

import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;

/** Keeps the timers' definitions it has met: like the models they belong to, they never change and none is ever suspended. */
final class KnownTimers extends JobDefinitionManager {
    private final Map<String, JobDefinitionEntity> byId;

    KnownTimers(Map<String, JobDefinitionEntity> byId) {
        this.byId = byId;
    }

    @Override
    public JobDefinitionEntity findById(String id) {
        JobDefinitionEntity known = byId.get(id);
        if (known == null) {
            known = super.findById(id);
            byId.put(id, known);
        }
        return known;
    }
}
