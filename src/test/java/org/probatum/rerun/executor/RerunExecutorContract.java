package org.probatum.rerun.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Progress;
import org.probatum.rerun.Progress.How;
import org.probatum.rerun.RerunExecutor;
import org.probatum.support.Laid;
import org.probatum.support.Together;

/** What every executor does, wherever it runs things. */
public abstract class RerunExecutorContract {
    @TempDir
    private Path folder;

    private Laid laid;

    /** An executor as a service that has just started has it: it remembers nothing. */
    protected abstract RerunExecutor executor();

    /** Code, data and parameters cannot be written to. */
    protected abstract boolean confines();

    /** What it runs on is real; one that is played cannot hold what only a real one holds. */
    protected boolean isReal() {
        return true;
    }

    /** Where workspaces are. */
    protected Path folder() {
        return folder;
    }

    @BeforeEach
    void layOut() {
        laid = Laid.in(folder());
    }

    @Test
    void can_be_used_and_says_loudly_when_nothing_is_confined() {
        assertThat(executor().unavailable()).isEmpty();
        assertThat(executor().warning().isPresent()).isNotEqualTo(confines());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void tells_the_status_it_ended_with(int status) throws ExecutorFault {
        Progress.Ended end = ended(laid.shell("exit " + status));

        assertThat(end.how()).isEqualTo(How.EXITED);
        assertThat(end.exitStatus()).isEqualTo(status);
        assertThat(end.started()).isNotNull().isBeforeOrEqualTo(end.ended());
        assertThat(end.words()).isNotBlank();
    }

    @Test
    void tells_that_it_runs_while_it_runs_and_what_it_has_printed_so_far() throws ExecutorFault {
        Launch launch =
                laid.shell("echo one; echo two >&2; while [ ! -e $PROBATUM_OUT_DIR/go ]; do sleep 0.1; done; echo end");
        String handle = executor().start(launch);

        // A cluster may show what was printed before it says that the job runs.
        Progress meanwhile = waited(
                handle,
                launch,
                progress -> progress instanceof Progress.Running
                        && printed(handle, launch).equals("one\ntwo\n"));
        laid.write("out/go", "");
        Progress.Ended end = end(handle, launch);

        assertThat(meanwhile).isInstanceOf(Progress.Running.class);
        assertThat(end.exitStatus()).isZero();
        assertThat(executor().log(handle, launch, 4, 3).text()).isEqualTo("two");
        assertThat(read(handle, launch, 8)).isEqualTo("end\n");
        assertThat(read(handle, launch, 900)).isEmpty();
        assertThat(executor().log(handle, launch, -1, 4).text()).isEqualTo("end\n");
        assertThat(executor().log(handle, launch, -1, 4).from()).isEqualTo(8);
        assertThat(executor().log(handle, launch, -1, 100).next()).isEqualTo(12);
    }

    @Test
    void gives_the_command_code_data_parameters_and_a_folder_to_write_to() throws ExecutorFault {
        laid.write("code/sub/here.txt", "code").write("data/items.csv", "data").write("params.json", "{\"depth\": 6}");
        Launch launch = laid.within("sub")
                .shell("cat here.txt $PROBATUM_DATA_DIR/items.csv $PROBATUM_PARAMS > $PROBATUM_OUT_DIR/all.txt");

        Progress.Ended end = ended(launch);

        assertThat(end.exitStatus()).isZero();
        assertThat(laid.read("out/all.txt")).isEqualTo("codedata{\"depth\": 6}");
    }

    @Test
    void lets_the_command_see_the_environment_of_the_contract_and_nothing_else() throws ExecutorFault {
        Launch launch = laid.with(Map.of("PROBATUM_SEED", "17", "OMP_NUM_THREADS", "1", "NOTE", "a 'b' $(id) = \""))
                .command("/usr/bin/env");
        Map<String, String> expected = new TreeMap<>(launch.environment());
        expected.put("PROBATUM_DATA_DIR", "");
        expected.put("PROBATUM_OUT_DIR", "");
        expected.put("PROBATUM_PARAMS", "");

        String handle = executor().start(launch);
        end(handle, launch);
        Map<String, String> seen = new TreeMap<>();
        printed(handle, launch).lines().forEach(line -> seen.put(line.split("=", 2)[0], line.split("=", 2)[1]));

        assertThat(seen.keySet()).isEqualTo(expected.keySet());
        assertThat(seen).containsAllEntriesOf(launch.environment());
    }

    @Test
    void passes_arguments_on_as_they_were_recorded() throws ExecutorFault {
        List<String> odd = List.of("$(touch gone)", "; exit 3", "*", "a b", "'\"", "-n", "", "$HOME", "`id`", "x\ny");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "for a; do printf '[%s]' \"$a\"; done", "sh"));
        command.addAll(odd);
        Launch launch = laid.command(command.toArray(String[]::new));

        String handle = executor().start(launch);

        assertThat(end(handle, launch).exitStatus()).isZero();
        assertThat(printed(handle, launch)).isEqualTo("[" + String.join("][", odd) + "]");
    }

    @Test
    void tells_of_a_command_that_is_not_there() throws ExecutorFault {
        Launch launch = laid.command("/no/such/program", "now");
        String handle = executor().start(launch);

        Progress.Ended end = end(handle, launch);

        assertThat(end.exitStatus() == null ? 1 : end.exitStatus()).isNotZero();
    }

    @Test
    void ends_all_that_it_started_when_cancelled_though_nothing_obeys() throws ExecutorFault {
        String mark = "9" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        Launch launch = laid.shell("trap '' TERM INT HUP; sleep " + mark + " & sh -c 'sleep " + mark
                + " & wait' & echo up; while :; do sleep 0.2; done");
        String handle = executor().start(launch);
        waited(handle, launch, progress -> printed(handle, launch).contains("up"));

        executor().cancel(handle, launch);
        Progress.Ended end = end(handle, launch);
        executor().cancel(handle, launch);

        assertThat(end.how()).isEqualTo(How.CANCELLED);
        assertThat(Laid.processes("sleep " + mark)).isZero();
        assertThat(executor().look(handle, launch)).isEqualTo(end);
    }

    @Test
    void starts_once_however_often_it_is_asked_to() throws Exception {
        Launch launch = laid.shell("echo once >> $PROBATUM_OUT_DIR/count; sleep 1");

        List<String> handles = Together.times(4, () -> executor().start(launch));
        end(handles.get(0), launch);

        assertThat(handles).containsOnly(handles.get(0));
        assertThat(executor().start(launch)).isEqualTo(handles.get(0));
        assertThat(laid.read("out/count")).isEqualTo("once\n");
    }

    @Test
    void finds_what_it_started_by_the_name_alone() throws ExecutorFault {
        Launch launch = laid.shell("sleep 1; exit 3");
        assertThat(executor().find(launch)).isEmpty();
        String handle = executor().start(launch);

        assertThat(executor().find(launch)).contains(handle);
        assertThat(end(handle, launch).exitStatus()).isEqualTo(3);
        assertThat(executor().find(launch)).contains(handle);
    }

    @Test
    void ends_what_takes_too_long() throws ExecutorFault {
        Launch launch = laid.taking(Duration.ofSeconds(2)).shell("trap '' TERM; while :; do sleep 0.2; done");

        Progress.Ended end = ended(launch);

        assertThat(end.how()).isEqualTo(How.TIME_LIMIT);
        assertThat(end.exitStatus()).isNull();
    }

    @Test
    void has_lost_what_it_knows_nothing_of() throws ExecutorFault {
        Launch never = laid.shell("exit 0");
        assertThat(executor().look("4000001", never)).isInstanceOf(Progress.Lost.class);
        executor().cancel("4000001", never);

        String handle = executor().start(never);
        end(handle, never);

        assertThat(executor().look("4000001", never)).isInstanceOf(Progress.Lost.class);
        assertThat(executor().look("not a handle; at all", never)).isInstanceOf(Progress.Lost.class);
    }

    @Test
    void leaves_code_data_and_parameters_as_they_are() throws ExecutorFault {
        assumeTrue(confines() && isReal(), "nothing holds it back here");
        laid.write("code/train.sh", "code").write("data/items.csv", "data").write("params.json", "{}");

        Progress.Ended end = ended(laid.shell("echo worse > train.sh; rm train.sh; echo worse > $PROBATUM_PARAMS;"
                + " echo worse >> $PROBATUM_DATA_DIR/items.csv; mv $PROBATUM_DATA_DIR/items.csv x; mkdir y; exit 0"));

        assertThat(end.exitStatus()).isZero();
        assertThat(laid.read("code/train.sh")).isEqualTo("code");
        assertThat(laid.read("data/items.csv")).isEqualTo("data");
        assertThat(laid.read("params.json")).isEqualTo("{}");
        assertThat(laid.names("code")).containsExactly("train.sh");
    }

    @Test
    void refuses_what_cannot_be_started_before_anything_is() {
        for (Launch launch : List.of(
                laid.within("../..").shell("exit 0"),
                laid.within("/etc").shell("exit 0"),
                laid.command(),
                laid.command("nul\0"),
                laid.with(Map.of("A=B", "x")).shell("exit 0"),
                laid.with(Map.of("-S", "x")).shell("exit 0"))) {
            assertThatThrownBy(() -> executor().start(launch)).isInstanceOfSatisfying(ExecutorFault.class, fault -> {
                assertThat(fault.isPassing()).isFalse();
                assertThat(fault.words()).isNotBlank();
            });
            assertThat(Files.exists(launch.workspace().log())).isFalse();
        }
    }

    /** Starts it and waits for its end. */
    protected final Progress.Ended ended(Launch launch) throws ExecutorFault {
        return end(executor().start(launch), launch);
    }

    protected final Progress.Ended end(String handle, Launch launch) throws ExecutorFault {
        return (Progress.Ended) waited(handle, launch, Progress.Ended.class::isInstance);
    }

    protected final Progress waited(String handle, Launch launch, Until until) throws ExecutorFault {
        return Laid.waited(executor(), handle, launch, until::isMet);
    }

    /** An executor that says it will answer later is asked once more. */
    private String read(String handle, Launch launch, long from) throws ExecutorFault {
        try {
            return executor().log(handle, launch, from, 100).text();
        } catch (ExecutorFault fault) {
            assertThat(fault.isPassing()).as(fault.words()).isTrue();
            return executor().log(handle, launch, from, 100).text();
        }
    }

    protected final String printed(String handle, Launch launch) throws ExecutorFault {
        return executor().log(handle, launch, 0, 1 << 20).text();
    }

    /** What is waited for. */
    @FunctionalInterface
    protected interface Until {
        boolean isMet(Progress progress) throws ExecutorFault;
    }
}
