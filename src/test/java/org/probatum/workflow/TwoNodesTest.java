package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** Two nodes on one database, and a clock set forward and back: nothing due is lost, and nothing is sent twice. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TwoNodesTest {
    private static final Logger LOG = Logger.getLogger(TwoNodesTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    @Inject
    Engine engine;

    @Inject
    AgroalDataSource database;

    @Inject
    TransactionManager transactions;

    @Inject
    Steps steps;

    @Inject
    AdmittedModels admitted;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void send_once_what_both_find_due() throws Exception {
        Cast cast = casting.cast();
        String key = Road.inReview(cast, Gate.SCOPE);
        Engine other = new Engine(database, transactions, steps, List.of(admitted));
        List<String> jobs = jobs(key);
        assertThat(jobs).hasSize(2);
        clock.pass(until(key));

        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> attempts = Stream.of(engine, other, engine, other)
                .<Callable<Boolean>>map(node -> () -> {
                    jobs.forEach(job -> execute(node, job));
                    return true;
                })
                .toList();
        nodes.invokeAll(attempts);
        nodes.shutdown();

        await(
                "select count(*) = 3 from decision_event where type in ('ReviewersReminded', 'GateOverdue', 'EscalationRaised')"
                        + " and decision_id = " + id(key));
        assertThat(count(key, "ReviewersReminded")).isEqualTo("1");
        assertThat(count(key, "GateOverdue")).isEqualTo("1");
        assertThat(count(key, "EscalationRaised")).isEqualTo("1");
    }

    @Test
    void lose_nothing_and_repeat_nothing_when_the_clock_is_set_forward_and_back_and_forward() throws Exception {
        String key = Road.inReview(casting.cast(), Gate.SCOPE);

        clock.pass(Duration.ofDays(30));
        await("select count(*) = 2 from decision_event where type in ('ReviewersReminded', 'EscalationRaised')"
                + " and decision_id = " + id(key));
        clock.pass(Duration.ofDays(-30));
        Thread.sleep(6_000);
        clock.pass(Duration.ofDays(30));
        Thread.sleep(6_000);

        assertThat(count(key, "ReviewersReminded")).isEqualTo("1");
        assertThat(count(key, "EscalationRaised")).isEqualTo("1");
        assertThat(count(key, "EscalationClimbed"))
                .as("its level has its own time")
                .isEqualTo("0");
        clock.pass(Duration.ofDays(5));
        await("select count(*) = 1 from decision_event where type = 'EscalationClimbed' and decision_id = " + id(key));
    }

    /** Whoever comes second finds the job gone, taken, or changed under its hands. */
    private static void execute(Engine node, String job) {
        try {
            node.engine().getManagementService().executeJob(job);
        } catch (RuntimeException lost) {
            // Rolled back as a whole: that is what the counts below hold.
            LOG.debugf(lost, "job %s went to another node", job);
        }
    }

    private List<String> jobs(String key) {
        return engine.engine().getManagementService().createJobQuery().list().stream()
                .filter(job -> belongs(job, key))
                .map(Job::getId)
                .toList();
    }

    private static boolean belongs(Job job, String key) {
        return Database.value(
                        "select count(*) from act_ru_execution e join act_ru_execution r on r.id_ = e.root_proc_inst_id_"
                                + " where e.id_ = '" + job.getProcessInstanceId() + "' and r.business_key_ = '"
                                + id(key) + "'")
                .equals("1");
    }

    private Duration until(String key) {
        String seconds =
                Database.value("select extract(epoch from due_at)::bigint from decision where key = '" + key + "'");
        return Duration.ofSeconds(Long.parseLong(seconds) + 2 - clock.instant().getEpochSecond());
    }

    private static String count(String key, String type) {
        return Database.value(
                "select count(*) from decision_event where type = '" + type + "' and decision_id = " + id(key));
    }

    private static String id(String key) {
        return Database.value("select id from decision where key = '" + key + "'");
    }

    private static void await(String sql) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!"t".equals(Database.value(sql))) {
            assertThat(System.nanoTime()).as(sql).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
