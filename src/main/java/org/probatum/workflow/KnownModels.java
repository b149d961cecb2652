package org.probatum.workflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.CacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Keeps the process definitions it has met. A deployed definition never changes and none is ever suspended here, yet the
 * engine would read its row again at every step.
 */
final class KnownModels extends DeploymentCache {
    private final Map<String, ProcessDefinitionEntity> byId = new ConcurrentHashMap<>();
    private final Map<String, ProcessDefinitionEntity> byDeployment = new ConcurrentHashMap<>();

    KnownModels(CacheFactory cacheFactory, int capacity) {
        super(cacheFactory, capacity);
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionById(String id) {
        ProcessDefinitionEntity known = byId.get(id);
        if (known == null) {
            known = super.findDeployedProcessDefinitionById(id);
            byId.put(id, known);
        }
        return known;
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionByDeploymentAndKey(String deploymentId, String key) {
        String both = deploymentId + " " + key;
        ProcessDefinitionEntity known = byDeployment.get(both);
        if (known == null) {
            known = super.findDeployedProcessDefinitionByDeploymentAndKey(deploymentId, key);
            byDeployment.put(both, known);
        }
        return known;
    }
}
