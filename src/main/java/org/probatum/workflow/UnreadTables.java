package org.probatum.workflow;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Answers for tables that stay empty, without asking the database at every step. A test holds that they stay so. */
final class UnreadTables {
    private UnreadTables() {}

    /** No model makes a task below a task. */
    static final class Subtasks extends TaskManager {
        @Override
        public List<Task> findTasksByParentTaskId(String parentTaskId) {
            return List.of();
        }
    }

    /** Tasks have no candidates in the engine: the inbox knows whom they wait for. */
    static final class IdentityLinks extends IdentityLinkManager {
        @Override
        public List<IdentityLinkEntity> findIdentityLinksByTaskId(String taskId) {
            return List.of();
        }
    }

    /** A timer that fails keeps its retries and its message on its own row; incidents are off. */
    static final class Incidents extends IncidentManager {
        @Override
        public List<Incident> findIncidentByConfigurationAndIncidentType(String configuration, String incidentType) {
            return List.of();
        }
    }

    /** No message or signal is delivered by a job: all of them arrive in the action that sends them. */
    static final class Deliveries extends JobManager {
        @Override
        public List<JobEntity> findJobsByConfiguration(String handler, String configuration, @Nullable String tenant) {
            return List.of();
        }
    }

    /** The one variable is transient and is never stored. */
    static final class Variables extends VariableInstanceManager {
        @Override
        public List<VariableInstanceEntity> findVariableInstancesByExecutionId(String executionId) {
            return List.of();
        }

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
                String executionId, @Nullable Collection<String> variableNames) {
            return List.of();
        }

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskId(String taskId) {
            return List.of();
        }

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
                String taskId, @Nullable Collection<String> variableNames) {
            return List.of();
        }
    }
}
