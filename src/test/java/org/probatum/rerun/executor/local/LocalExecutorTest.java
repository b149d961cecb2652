package org.probatum.rerun.executor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Progress;
import org.probatum.rerun.RerunExecutor;
import org.probatum.rerun.executor.RerunExecutorContract;
import org.probatum.support.Laid;

/** Commands on the service's own machine, behind bubblewrap. */
class LocalExecutorTest extends RerunExecutorContract {
    @BeforeEach
    void needsBubblewrap() {
        Locals.assumeFence(executor());
    }

    @Override
    protected RerunExecutor executor() {
        return Locals.executor(false);
    }

    @Override
    protected boolean confines() {
        return true;
    }

    @Test
    void is_no_child_of_the_service_so_that_it_outlives_it() throws ExecutorFault {
        Launch launch = Laid.in(folder()).shell("sleep 1; echo done");
        String handle = executor().start(launch);

        long supervisor = Long.parseLong(handle.split("-")[0]);
        boolean ours = ProcessHandle.current().descendants().anyMatch(process -> process.pid() == supervisor);

        assertThat(ProcessHandle.of(supervisor)).isPresent();
        assertThat(ours).isFalse();
        assertThat(end(handle, launch).exitStatus()).isZero();
    }

    @Test
    void is_lost_and_gone_when_its_supervisor_is_killed() throws ExecutorFault {
        Launch launch = Laid.in(folder()).shell("echo up; exec sleep 987654");
        String handle = executor().start(launch);
        waited(handle, launch, progress -> printed(handle, launch).contains("up"));

        ProcessHandle.of(Long.parseLong(handle.split("-")[0])).orElseThrow().destroyForcibly();
        Laid.Until lost = Progress.Lost.class::isInstance;
        Progress progress = executor().look(handle, launch);
        for (int i = 0; i < 100 && !lost.isMet(progress); i++) {
            progress = executor().look(handle, launch);
        }

        assertThat(progress).isInstanceOf(Progress.Lost.class);
        org.probatum.support.Eventually.holds(
                () -> assertThat(Laid.processes("sleep 987654")).isZero());
        assertThat(executor().start(launch)).isEqualTo(handle);
        assertThat(Laid.processes("sleep 987654")).isZero();
    }

    @Test
    void is_not_taken_for_a_later_process_with_the_same_number() throws Exception {
        Launch launch = Laid.in(folder()).shell("exit 0");
        String handle = executor().start(launch);
        end(handle, launch);
        java.nio.file.Path state = launch.workspace().home().resolve("supervision");
        Files.delete(state.resolve("ended"));

        long self = ProcessHandle.current().pid();
        String begun = Files.readString(state.resolve("begun"));
        Files.writeString(state.resolve("begun"), begun.replaceFirst("^[0-9]+", "" + self));
        String reused = executor().find(launch).orElseThrow();

        assertThat(executor().look(reused, launch)).isInstanceOf(Progress.Lost.class);
    }

    @Test
    void counts_the_processor_time_of_all_that_ran() throws ExecutorFault {
        String burn = "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done";
        Launch launch = Laid.in(folder()).shell("(" + burn + ") & (" + burn + ") & wait; echo burnt; sleep 1");
        String handle = executor().start(launch);

        Progress meanwhile =
                waited(handle, launch, progress -> printed(handle, launch).contains("burnt"));
        Progress.Running running = (Progress.Running) executor().look(handle, launch);
        Progress.Ended end = end(handle, launch);

        assertThat(meanwhile).isNotNull();
        assertThat(running.cpuSeconds()).isGreaterThan(0.15);
        assertThat(end.cpuSeconds())
                .isGreaterThanOrEqualTo(running.cpuSeconds() - 0.02)
                .isLessThan(20);
    }
}
