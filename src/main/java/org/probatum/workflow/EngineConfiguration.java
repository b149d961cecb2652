package org.probatum.workflow;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * The engine's configuration with everything off that the admitted models cannot use, and without the reads of what is
 * never written: a step then costs about half the statements it would.
 */
final class EngineConfiguration extends JakartaTransactionProcessEngineConfiguration {
    private static final int ID_BLOCK = 1_000;

    private final Map<String, JobDefinitionEntity> timers = new ConcurrentHashMap<>();

    EngineConfiguration() {
        setProcessEngineName("probatum");
        setDatabaseType("postgres");
        setTransactionsExternallyManaged(true);
        setDatabaseSchemaUpdate("false");
        setDbHistoryUsed(false);
        setDbIdentityUsed(false);
        setHistory("none");
        setHistoryCleanupEnabled(false);
        setEnforceHistoryTimeToLive(false);
        setCmmnEnabled(false);
        setDmnEnabled(false);
        setMetricsEnabled(false);
        setTaskMetricsEnabled(false);
        setTenantCheckEnabled(false);
        setAuthorizationEnabled(false);
        setStandaloneTasksEnabled(false);
        setCreateIncidentOnFailedJobEnabled(false);
        setSkipIsolationLevelCheck(true);
        setDeserializationTypeValidationEnabled(true);
        setJavaSerializationFormatEnabled(false);
        setEnableExpressionsInAdhocQueries(false);
        setEnableExpressionsInStoredQueries(false);
        setIdBlockSize(ID_BLOCK);
    }

    @Override
    protected void initSessionFactories() {
        super.initSessionFactories();
        addSessionFactory(new Unread(TaskManager.class, UnreadTables.Subtasks::new));
        addSessionFactory(new Unread(IdentityLinkManager.class, UnreadTables.IdentityLinks::new));
        addSessionFactory(new Unread(IncidentManager.class, UnreadTables.Incidents::new));
        addSessionFactory(new Unread(VariableInstanceManager.class, UnreadTables.Variables::new));
        addSessionFactory(new Unread(JobManager.class, UnreadTables.Deliveries::new));
        addSessionFactory(new Unread(JobDefinitionManager.class, () -> new KnownTimers(timers)));
    }

    @Override
    protected InputStream getMyBatisXmlConfigurationSteam() {
        return MappedTables.list();
    }

    @Override
    protected void initDeployers() {
        initCacheFactory();
        KnownModels models = new KnownModels(cacheFactory, cacheCapacity);
        models.setDeployers(new ArrayList<>(getDefaultDeployers()));
        deploymentCache = models;
        super.initDeployers();
    }

    /** Opens a manager of ours where the engine asks for one of its own. */
    private record Unread(Class<? extends Session> manager, java.util.function.Supplier<Session> ours)
            implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return manager;
        }

        @Override
        public Session openSession() {
            return ours.get();
        }
    }
}
