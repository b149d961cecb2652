package org.probatum.rerun.executor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Progress;
import org.probatum.rerun.Progress.How;
import org.probatum.rerun.RerunExecutor;
import org.probatum.support.Eventually;
import org.probatum.support.Knock;
import org.probatum.support.Laid;

/**
 * Ways out of a rerun, each really tried from within. Where it does no harm the same is tried without the fence, to see
 * that it is the fence that holds.
 */
class EscapeTest {
    private static final String SECRET = "canary-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    private static final long MEGABYTE = Laid.MEGABYTE;

    @TempDir
    private Path folder;

    private final RerunExecutor fenced = Locals.executor(false);
    private final RerunExecutor plain = Locals.executor(true);
    private Path canary;
    private Laid laid;

    @BeforeEach
    void lay() throws IOException {
        Locals.assumeFence(fenced);
        canary = Files.createDirectories(folder.resolve("service/data")).resolve("database-password");
        Files.writeString(canary, SECRET);
        laid = Laid.in(folder.resolve("service/data/reruns"));
    }

    @Test
    void reads_no_file_of_the_service() throws ExecutorFault {
        String way = "cat " + canary + " /etc/shadow /proc/1/root" + canary + " /proc/self/root" + canary
                + "; ls /root /home /var /srv; cd ../../../..; cat data/database-password ../database-password; exit 0";

        String seen = tried(fenced, way);

        assertThat(seen).doesNotContain(SECRET, "root:", ".bash");
        assertThat(tried(plain, way)).contains(SECRET);
    }

    @Test
    void sees_nothing_of_the_service_in_its_environment_or_the_list_of_processes() throws ExecutorFault {
        String name = System.getenv().keySet().stream()
                .filter(key -> !key.equals("PWD") && !key.equals("_"))
                .findFirst()
                .orElseThrow();
        long service = ProcessHandle.current().pid();
        String way = "cat /proc/" + service + "/environ /proc/*/environ /proc/*/cmdline | tr '\\0' '\\n'; exit 0";

        String seen = tried(fenced, way);

        assertThat(seen)
                .doesNotContain("\n" + name + "=")
                .doesNotContain("java")
                .doesNotContain(folder.toString());
        assertThat("\n" + tried(plain, way)).contains("\n" + name + "=");
    }

    @Test
    void reaches_no_port_of_the_machine() throws ExecutorFault, IOException {
        laid.write("code/org/probatum/support/README", "");
        try (var program = Knock.class.getResourceAsStream("Knock.class");
                ServerSocket database = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Files.write(laid.path("code/org/probatum/support/Knock.class"), program.readAllBytes());
            String java = System.getProperty("java.home") + "/bin/java";
            String way = "exec " + java + " -Xshare:auto -XX:TieredStopAtLevel=1 -Xmx64m -cp . " + Knock.class.getName()
                    + " " + database.getLocalPort();

            String seen = tried(fenced, way);

            assertThat(seen).contains("refused").doesNotContain("opened");
            assertThat(tried(plain, way)).contains("opened " + database.getLocalPort());
        }
    }

    @Test
    void reads_no_other_workspace() throws ExecutorFault {
        Laid other = Laid.in(folder.resolve("service/data/reruns")).write("out/metrics.json", SECRET);
        String way = "cat " + other.path("out/metrics.json") + "; cat ../../*/out/metrics.json ../*/metrics.json;"
                + " ls /probatum /probatum/..; exit 0";

        String seen = tried(fenced, way);

        assertThat(seen).doesNotContain(SECRET).contains("code\ndata\nout\nparams.json");
        assertThat(tried(plain, way)).contains(SECRET);
    }

    @Test
    void a_fork_bomb_stays_small_and_ends() throws ExecutorFault {
        String mark = "8" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        Limits limits = new Limits(Duration.ofSeconds(3), 1, 256 * MEGABYTE, MEGABYTE, 40);
        Launch launch = laid.taking(limits)
                .command(
                        "/bin/sh", "-c", "b() { b \"$1\" & b \"$1\" & sleep \"$1\"; }; b \"$1\"; sleep 60", "sh", mark);
        String handle = fenced.start(launch);

        long most = 0;
        while (fenced.look(handle, launch) instanceof Progress.Running) {
            most = Math.max(most, Laid.processes("sleep " + mark) + Laid.processes("/bin/sh -c b()"));
        }
        Progress.Ended end = (Progress.Ended) fenced.look(handle, launch);

        assertThat(end.how()).isIn(How.TIME_LIMIT, How.EXITED);
        assertThat(most).isPositive().isLessThanOrEqualTo(40);
        assertThat(Laid.processes("sleep " + mark)).isZero();
    }

    @Test
    void fills_no_disk_with_one_file_nor_with_many() throws ExecutorFault {
        Limits limits = new Limits(Duration.ofSeconds(30), 1, 256 * MEGABYTE, 4 * MEGABYTE, 40);
        String one = "dd if=/dev/zero of=$PROBATUM_OUT_DIR/big bs=1M count=3000; dd if=/dev/zero of=/tmp/big bs=1M"
                + " count=3000; dd if=/dev/zero of=/dev/shm/big bs=1M count=3000; exit 0";
        String many =
                "i=0; while :; do i=$((i+1)); dd if=/dev/zero of=$PROBATUM_OUT_DIR/$i bs=100k count=1 2>/dev/null; done";

        Progress.Ended big = ended(fenced, laid.taking(limits).shell(one));
        Laid second = Laid.in(folder);
        Progress.Ended small = ended(fenced, second.taking(limits).shell(many));

        assertThat(big.how()).isEqualTo(How.OUTPUT_LIMIT);
        assertThat(bytes(laid.path("out"))).isLessThan(5 * MEGABYTE);
        assertThat(small.how()).isEqualTo(How.OUTPUT_LIMIT);
        assertThat(bytes(second.path("out"))).isLessThan(500 * MEGABYTE);
    }

    @Test
    void writes_nowhere_but_to_its_output_folder() throws ExecutorFault {
        laid.write("code/train.sh", "code").write("data/items.csv", "data");
        String way = "for to in / /usr /usr/bin /etc /lib /bin /dev /proc/sys/kernel /probatum /probatum/code ."
                + " /probatum/data $PROBATUM_DATA_DIR /var /root /home " + folder + "; do"
                + " echo bad 2>/dev/null > $to/probatum-was-here && echo wrote $to; done;"
                + " chmod 777 . $PROBATUM_DATA_DIR /usr && echo changed; mount -o remount,rw /usr && echo mounted; exit 0";

        String seen = tried(fenced, way);

        assertThat(seen).doesNotContain("wrote", "changed", "mounted");
        assertThat(laid.names("code")).containsExactly("train.sh");
        assertThat(laid.names("data")).containsExactly("items.csv");
        assertThat(Files.exists(Path.of("/usr/probatum-was-here"))).isFalse();
        assertThat(tried(plain, "echo bad > probatum-was-here && echo wrote; exit 0"))
                .contains("wrote");
    }

    @Test
    void leads_nobody_out_by_a_link() throws ExecutorFault, IOException {
        Object owner = Files.getAttribute(canary, "unix:uid");
        String way = "ln -s " + canary + " $PROBATUM_OUT_DIR/metrics.json; ln -s /usr $PROBATUM_OUT_DIR/all;"
                + " cat $PROBATUM_OUT_DIR/metrics.json; echo worse > $PROBATUM_OUT_DIR/metrics.json;"
                + " ln " + canary + " $PROBATUM_OUT_DIR/hard; rmdir $PROBATUM_OUT_DIR;"
                + " mv $PROBATUM_OUT_DIR /probatum/elsewhere; sleep 1; exit 0";
        Launch launch = laid.shell(way);

        String handle = fenced.start(launch);
        Progress.Ended end = (Progress.Ended) Laid.waited(fenced, handle, launch, Progress.Ended.class::isInstance);

        // Had anybody followed the link to all programs, it would have been too large.
        assertThat(end.how()).isEqualTo(How.EXITED);
        assertThat(fenced.log(handle, launch, 0, 1 << 16).text()).doesNotContain(SECRET);
        assertThat(canary).hasContent(SECRET);
        assertThat(Files.getAttribute(canary, "unix:uid")).isEqualTo(owner);
        assertThat(laid.names("out")).containsExactly("all", "metrics.json");
        assertThat(Files.isSymbolicLink(laid.path("out/metrics.json"))).isTrue();
    }

    @Test
    void prints_no_more_than_it_may() throws ExecutorFault {
        Limits limits = new Limits(Duration.ofSeconds(30), 1, 256 * MEGABYTE, 2 * MEGABYTE, 40);
        Launch launch = laid.taking(limits).shell("trap '' XFSZ; while :; do yes; done");

        Progress.Ended end = ended(fenced, launch);

        assertThat(end.how()).isEqualTo(How.OUTPUT_LIMIT);
        assertThat(launch.workspace().log().toFile().length()).isLessThan(3 * MEGABYTE);
    }

    @Test
    void does_not_stay_by_ignoring_signals_and_hiding_from_its_group() throws ExecutorFault {
        String mark = "7" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        Launch launch = laid.taking(Duration.ofSeconds(2))
                .shell("trap '' TERM INT HUP QUIT; setsid sh -c \"trap '' TERM; setsid sleep " + mark + " & sleep "
                        + mark + "\" & sleep " + mark + "; while :; do sleep 1; done");

        Progress.Ended end = ended(fenced, launch);

        assertThat(end.how()).isEqualTo(How.TIME_LIMIT);
        Eventually.holds(() -> assertThat(Laid.processes("sleep " + mark)).isZero());
    }

    @Test
    void takes_no_more_memory_than_it_may() throws ExecutorFault {
        Limits limits = new Limits(Duration.ofSeconds(30), 1, 64 * MEGABYTE, MEGABYTE, 40);
        String way =
                "h() { x=aaaaaaaaaaaaaaaa; i=0; while [ $i -lt 21 ]; do x=$x$x; i=$((i+1)); done; sleep 60; }; h & h & h & wait";

        Progress.Ended end = ended(fenced, laid.taking(limits).shell(way));

        assertThat(end.how()).isEqualTo(How.MEMORY_LIMIT);
    }

    @Test
    void is_nobody_with_no_powers_and_can_gain_none() throws ExecutorFault {
        String seen = tried(
                fenced,
                "id -u; cat /proc/self/status; ls -ln /proc/self/fd; su -c id; cat /proc/1/environ /proc/1/maps; exit 0");

        assertThat(seen).contains("CapEff:\t0000000000000000", "CapBnd:\t0000000000000000", "NoNewPrivs:\t1");
        assertThat(seen.lines().findFirst().orElse("")).isNotEqualTo("0");
        assertThat(seen).doesNotContain("uid=0", "supervision");
    }

    private String tried(RerunExecutor executor, String way) throws ExecutorFault {
        Launch launch = executor == plain ? copy().shell(way) : laid.shell(way);
        String handle = executor.start(launch);
        Progress.Ended end = (Progress.Ended) Laid.waited(executor, handle, launch, Progress.Ended.class::isInstance);
        assertThat(end.exitStatus()).as(end.toString()).isZero();
        return executor.log(handle, launch, 0, 1 << 20).text();
    }

    /** Another workspace beside it with the same code: a name is used once. */
    private Laid copy() {
        Laid copy = Laid.in(folder.resolve("service/data/reruns"));
        try (Stream<Path> files = Files.walk(laid.path("code"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.path("code").resolve(laid.path("code").relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
            return copy;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Progress.Ended ended(RerunExecutor executor, Launch launch) throws ExecutorFault {
        return (Progress.Ended) Laid.waited(executor, executor.start(launch), launch, Progress.Ended.class::isInstance);
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
