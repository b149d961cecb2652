package org.probatum.rerun.executor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Progress;
import org.probatum.support.Laid;

/** The fence of a service that is not root: the whole of it is built by an account without rights. */
class UserNamespaceTest {
    private static final int ACCOUNT = 61_001;

    private Path folder;

    @BeforeEach
    void beRootWhereNamespacesAreAllowed() throws IOException, ExecutorFault {
        assumeTrue(Fence.isRoot(), "SKIPPED: only root can become somebody else");
        folder = Files.createTempDirectory("unprivileged");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> smallest = asSomebody(List.of("bwrap", "--unshare-user", "--ro-bind", "/", "/", "/bin/true"));
        assumeTrue(
                new Programs(Map.of(), Duration.ofSeconds(10)).run(smallest).status() == 0,
                "SKIPPED: no bubblewrap, or no user namespaces for everybody");
    }

    @AfterEach
    void sweep() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void holds_back_what_the_other_holds_back() throws ExecutorFault, IOException {
        Limits limits = new Limits(Duration.ofSeconds(20), 1, 64 * Laid.MEGABYTE, Laid.MEGABYTE, 20);
        Launch launch = Laid.in(folder)
                .taking(limits)
                .shell(
                        "id -u; echo fine > $PROBATUM_OUT_DIR/fine; touch /x /probatum/code/x $PROBATUM_DATA_DIR/x /dev/x"
                                + " && echo wrote; grep CapEff /proc/self/status; cat /proc/*/cmdline | tr '\\0' ' ';"
                                + " for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; do sleep 9 & done; echo forked");

        Progress.Ended end = ended(launch);
        String seen = Files.readString(launch.workspace().log(), UTF_8);

        assertThat(seen).startsWith("65534\n").contains("CapEff:\t0000000000000000", "Cannot fork");
        assertThat(seen).doesNotContain("\nwrote", "\nforked", folder.toString());
        assertThat(end.how()).isEqualTo(Progress.How.EXITED);
        assertThat(launch.workspace().out().resolve("fine")).hasContent("fine");
        assertThat(Files.getAttribute(launch.workspace().out().resolve("fine"), "unix:uid"))
                .isEqualTo(ACCOUNT);
    }

    private Progress.Ended ended(Launch launch) throws ExecutorFault, IOException {
        Fence fence = new Fence(false, List.of());
        Supervision supervision = new Supervision(launch.workspace());
        fence.open(launch);
        List<String> line = new ArrayList<>(List.of("/bin/sh"));
        line.addAll(supervision.prepare(
                launch, fence.arguments(launch), fence.command(launch, 0), new Supervision.Bounds(1, 1)));
        try (Stream<Path> files = Files.walk(launch.workspace().home())) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", ACCOUNT);
            }
        }
        new Programs(Map.of(), Duration.ofSeconds(30)).run(asSomebody(line));
        return supervision.ended().orElseThrow();
    }

    private static List<String> asSomebody(List<String> command) {
        List<String> line = new ArrayList<>(List.of("setpriv", "--reuid=" + ACCOUNT, "--regid=" + ACCOUNT));
        line.addAll(List.of("--clear-groups", "--"));
        line.addAll(command);
        return line;
    }
}
