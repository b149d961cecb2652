package org.probatum.rerun.executor.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Progress;
import org.probatum.rerun.Progress.How;
import org.probatum.rerun.RerunExecutor;
import org.probatum.rerun.executor.RerunExecutorContract;
import org.probatum.support.Laid;
import org.probatum.support.SlurmCluster;

/** Commands as jobs of a real cluster of one node. */
class SlurmExecutorTest extends RerunExecutorContract {
    private static @Nullable SlurmCluster cluster;

    @BeforeAll
    static void startCluster() {
        Optional<String> trouble = SlurmCluster.trouble();
        assumeTrue(trouble.isEmpty(), () -> "SKIPPED, no Slurm here: " + trouble.orElse(""));
        cluster = SlurmCluster.start();
    }

    @AfterAll
    static void stopCluster() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Override
    protected RerunExecutor executor() {
        return new SlurmExecutor(
                true,
                Optional.of(cluster.configuration().toString()),
                true,
                Optional.empty(),
                Duration.ofSeconds(1),
                new MemorySize(BigInteger.ONE),
                Clock.systemUTC());
    }

    @Override
    protected boolean confines() {
        return true;
    }

    @Override
    protected Path folder() {
        return cluster.shared();
    }

    @Test
    void waits_in_the_queue_and_is_cancelled_there() throws ExecutorFault {
        Limits all = new Limits(Duration.ofSeconds(60), 2, 1000 * Laid.MEGABYTE, Laid.MEGABYTE, 64);
        Launch first = Laid.in(folder()).taking(all).shell("sleep 30");
        Launch second = Laid.in(folder()).taking(all).shell("echo never > $PROBATUM_OUT_DIR/never");
        String running = executor().start(first);
        waited(running, first, Progress.Running.class::isInstance);

        String waiting = executor().start(second);
        Progress queued = executor().look(waiting, second);
        assertThat(executor().find(second)).contains(waiting);
        executor().cancel(waiting, second);
        executor().cancel(running, first);

        assertThat(queued).isInstanceOf(Progress.Waiting.class);
        assertThat(((Progress.Waiting) queued).words()).startsWith("It waits in the queue");
        assertThat(end(waiting, second).how()).isEqualTo(How.CANCELLED);
        assertThat(end(running, first).how()).isEqualTo(How.CANCELLED);
        assertThat(second.workspace().out().resolve("never")).doesNotExist();
    }

    @Test
    void knows_the_end_of_what_slurm_has_forgotten_and_waits_out_a_controller_that_is_away() throws ExecutorFault {
        Launch launch = Laid.in(folder()).shell("exit 7");
        Launch later = Laid.in(folder()).shell("exit 0");
        String handle = executor().start(launch);
        Progress.Ended end = end(handle, launch);

        cluster.stopController();
        try {
            assertThat(executor().look(handle, launch)).isEqualTo(end);
            assertThatThrownBy(() -> executor().start(later))
                    .isInstanceOfSatisfying(ExecutorFault.class, fault -> assertThat(fault.isPassing())
                            .isTrue());
        } finally {
            cluster.startControllerAnew();
        }

        assertThat(cluster.ran("scontrol", "show", "job", handle)).contains("Invalid job id");
        assertThat(executor().look(handle, launch)).isEqualTo(end);
        assertThat(executor().find(launch)).contains(handle);
        assertThat(end.exitStatus()).isEqualTo(7);
    }

    @Test
    void says_what_slurm_says_of_a_partition_that_is_none() {
        Launch plain = Laid.in(folder()).shell("exit 0");
        for (String queue : new String[] {"nowhere", "main --wrap=id"}) {
            Launch launch = new Launch(
                    plain.name(),
                    plain.workspace(),
                    plain.command(),
                    plain.directory(),
                    plain.environment(),
                    plain.limits(),
                    null,
                    queue);
            assertThatThrownBy(() -> executor().start(launch)).isInstanceOfSatisfying(ExecutorFault.class, fault -> {
                assertThat(fault.words()).contains("partition");
                assertThat(fault.isPassing()).isFalse();
            });
        }
    }
}
