package org.probatum.workflow;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jboss.logging.Logger;

/**
 * The process engine, wired to the service's one datasource and transaction manager, so that process state and domain rows
 * commit together. It keeps no history of its own: the journal is the history. What is not used is off.
 */
@Startup
@Singleton
public class Engine {
    private static final Logger LOG = Logger.getLogger(Engine.class);

    /** The models the service runs on. */
    static final List<String> MODELS = List.of(
            "processes/GateReview.bpmn",
            "processes/ReproducibilityCheck.bpmn",
            "processes/ExperimentDecision.bpmn",
            "processes/RiskEscalation.bpmn",
            "processes/FollowUp.bpmn",
            "processes/AfterPublication.bpmn");

    private static final int IDLE_POLL_MILLIS = 5_000;

    private final DefaultJobExecutor jobs = jobExecutor();
    private final ProcessEngine engine;
    private final Map<String, String> processes;

    Engine(
            AgroalDataSource database,
            TransactionManager transactions,
            Steps steps,
            @All List<BpmnParseListener> listeners) {
        EngineConfiguration config = new EngineConfiguration();
        config.setDataSource(database);
        config.setTransactionManager(transactions);
        config.setBeans(steps.byName());
        config.setCustomPreBPMNParseListeners(listeners);
        config.setJobExecutor(jobs);
        config.setJobExecutorActivate(false);
        // Agroal enlists a connection only inside a transaction, and the engine opens one to read its schema version.
        this.engine = QuarkusTransaction.requiringNew().call(config::buildProcessEngine);
        this.processes = QuarkusTransaction.requiringNew().call(this::deploy);
    }

    private static DefaultJobExecutor jobExecutor() {
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(2);
        executor.setMaxWait(IDLE_POLL_MILLIS);
        return executor;
    }

    private Map<String, String> deploy() {
        RepositoryService repository = engine.getRepositoryService();
        var deployment = repository.createDeployment().name("probatum").enableDuplicateFiltering(true);
        MODELS.forEach(deployment::addClasspathResource);
        deployment.deploy();
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
    }

    /** Timers go off once everything else is up. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        jobs.start();
        LOG.infof("The process engine is up and runs %s.", processes.values());
    }

    void stop(@Observes ShutdownEvent ended) {
        engine.close();
    }

    RuntimeService runtime() {
        return engine.getRuntimeService();
    }

    TaskService tasks() {
        return engine.getTaskService();
    }

    ExternalTaskService external() {
        return engine.getExternalTaskService();
    }

    ProcessEngine engine() {
        return engine;
    }

    /** The id of the newest version of a decision's process. */
    String decisionProcess() {
        return process("ExperimentDecision");
    }

    /** The id of the newest version of a process. */
    String process(String key) {
        return Objects.requireNonNull(processes.get(key), key);
    }
}
