package org.probatum.rerun.executor.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probatum.rerun.Progress;

/** Jobs as scontrol and sacct print them. */
class JobTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void reads_what_scontrol_shows() {
        Job job = Job.shown("JobId=14 JobName=rerun-1 UserId=root(0) Priority=4294901757 JobState=RUNNING Reason=None"
                + " ExitCode=0:0 RunTime=00:00:04 StartTime=2026-11-26T11:59:56 EndTime=2026-11-26T12:59:56"
                + " Command=/shared/JobState=FAILED");

        assertThat(job.progress(NOW, false))
                .isEqualTo(new Progress.Running(Instant.parse("2026-11-26T11:59:56Z"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED by 0, CANCELLED",
        "TIMEOUT, TIME_LIMIT",
        "DEADLINE, TIME_LIMIT",
        "OUT_OF_MEMORY, MEMORY_LIMIT",
        "NODE_FAIL, EXECUTOR_FAILED",
        "PREEMPTED, EXECUTOR_FAILED",
        "BOOT_FAIL, EXECUTOR_FAILED",
        "COMPLETED, EXECUTOR_FAILED",
        "FAILED, EXECUTOR_FAILED"
    })
    void maps_what_accounting_tells(String state, Progress.How how) {
        Job job = Job.accounted(state + "|0:0|2026-11-26T09:00:00|2026-11-26T10:00:00|None");

        Progress.Ended end = (Progress.Ended) job.progress(NOW, false);

        assertThat(end.how()).isEqualTo(how);
        assertThat(end.exitStatus()).isNull();
        assertThat(end.ended()).isEqualTo(Instant.parse("2026-11-26T10:00:00Z"));
        assertThat(end.words()).isNotBlank();
    }

    @Test
    void believes_no_end_before_the_word_of_the_supervisor_could_have_arrived() {
        Job job = Job.accounted("COMPLETED|0:0|2026-11-26T11:59:00|2026-11-26T11:59:30|None");

        assertThat(job.progress(NOW, false)).isInstanceOf(Progress.Running.class);
    }

    @Test
    void waits_only_a_moment_for_the_word_of_what_was_cancelled() {
        Job fresh = Job.accounted("CANCELLED by 0|0:15|2026-11-26T11:59:00|2026-11-26T11:59:55|None");
        Job killed = Job.accounted("CANCELLED by 0|0:15|2026-11-26T11:59:00|2026-11-26T11:59:45|None");

        assertThat(fresh.progress(NOW, true)).isInstanceOf(Progress.Running.class);
        assertThat(((Progress.Ended) fresh.progress(NOW, false)).how()).isEqualTo(Progress.How.CANCELLED);
        assertThat(((Progress.Ended) killed.progress(NOW, true)).how()).isEqualTo(Progress.How.CANCELLED);
    }

    @Test
    void says_why_it_waits() {
        Job job = Job.accounted("PENDING|0:0|Unknown|Unknown|Resources");

        assertThat(job.progress(NOW, false)).isEqualTo(new Progress.Waiting("It waits in the queue (Resources)"));
    }
}
