package org.probatum.rerun.executor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Workspace;

/**
 * The fence around a command: bubblewrap, behind which there is no network, no process but its own, no file of the
 * machine but its programs, and nothing to write to but the output folder and a small {@code /tmp}. A service that runs
 * as root gives each rerun an account of its own; any other shares its account with it, in a user namespace.
 */
public final class Fence {
    /** Accounts that no person and no package has: the range that systemd, too, takes for what comes and goes. */
    private static final int FIRST_ACCOUNT = 61184;

    private static final int ACCOUNTS = 4336;
    private static final int NOBODY = 65534;
    private static final long SMALLEST_TMP = 64L << 20;
    private static final List<String> READ_IN_ETC = List.of(
            "alternatives", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "ssl/certs", "ssl/openssl.cnf");
    /**
     * The first process inside: it says that the fence stands, then waits for the command, so that its CPU time is told.
     * It is bubblewrap's first process itself; when it goes, all goes.
     */
    private static final String FIRST = "echo up >&4; exec 3<&- 4>&-; trap : TERM; \"$@\"; exit $?";

    private final boolean root;
    private final List<String> alsoRead;

    /**
     * @param alsoRead further folders that commands may read where they are, such as one with interpreters
     */
    public Fence(boolean root, List<String> alsoRead) {
        this.root = root;
        this.alsoRead = List.copyOf(alsoRead);
    }

    /** The service runs as root. */
    public static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Lets the command's account write the output folder, and read what it is given; and writes the files shown as /etc. */
    public void open(Launch launch) throws ExecutorFault {
        Workspace workspace = launch.workspace();
        try {
            Path etc = Files.createDirectories(workspace.home().resolve("supervision/etc"));
            int id = id(launch.name());
            Files.writeString(etc.resolve("passwd"), "rerun:x:" + id + ":" + id + "::/tmp:/bin/sh\n");
            Files.writeString(etc.resolve("group"), "rerun:x:" + id + ":\n");
            Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost rerun\n");
            if (root) {
                Files.setAttribute(workspace.out(), "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(workspace.out(), "unix:gid", id, LinkOption.NOFOLLOW_LINKS);
                for (Path given : List.of(workspace.code(), workspace.data(), workspace.params())) {
                    letRead(given);
                }
            }
        } catch (IOException e) {
            throw new ExecutorFault("the workspace cannot be given to its account: " + e, true);
        }
    }

    /** What bubblewrap is told, and neither seen nor changed by what runs behind it. */
    public List<String> arguments(Launch launch) throws ExecutorFault {
        Workspace workspace = launch.workspace();
        Path etc = workspace.home().resolve("supervision/etc");
        long memory = launch.limits().memoryBytes();
        List<String> all = new ArrayList<>(List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"));
        all.addAll(List.of("--unshare-cgroup-try", "--as-pid-1", "--die-with-parent", "--new-session"));
        all.addAll(List.of("--hostname", "rerun", "--clearenv", "--cap-drop", "ALL"));
        if (root) {
            // Enough to change into the rerun's account, and gone with it.
            all.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"));
        } else {
            all.addAll(List.of("--unshare-user", "--uid", "" + NOBODY, "--gid", "" + NOBODY));
        }
        system(all);
        for (String name : List.of("passwd", "group", "hosts")) {
            all.addAll(List.of("--ro-bind", etc.resolve(name).toString(), "/etc/" + name));
        }
        all.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        all.addAll(
                List.of("--perms", "1777", "--size", "" + Math.max(SMALLEST_TMP, memory / 4), "--tmpfs", "/dev/shm"));
        all.addAll(List.of("--remount-ro", "/dev"));
        all.addAll(List.of("--perms", "1777", "--size", "" + Math.max(SMALLEST_TMP, memory / 2), "--tmpfs", "/tmp"));
        for (String path : alsoRead) {
            if (!Path.of(path).startsWith("/usr")) {
                parents(all, path);
                all.addAll(List.of("--ro-bind-try", path, path));
            }
        }
        parents(all, Paths.CODE);
        all.addAll(List.of("--ro-bind", workspace.code().toString(), Paths.CODE));
        all.addAll(List.of("--ro-bind", workspace.data().toString(), Paths.DATA));
        all.addAll(List.of("--ro-bind", workspace.params().toString(), Paths.PARAMS));
        all.addAll(List.of("--bind", workspace.out().toString(), Paths.OUT));
        all.addAll(List.of("--remount-ro", "/", "--chdir", Paths.CODE + "/" + Paths.directory(launch)));
        return all;
    }

    /** The whole command line: bubblewrap, the limits, the account, and only then the recorded environment and command. */
    public List<String> command(Launch launch, int niceness) throws ExecutorFault {
        List<String> all = new ArrayList<>(List.of("bwrap", "--args", "3", "--", "/bin/sh", "-c", FIRST, "sh"));
        all.addAll(limits(launch.limits()));
        int most = launch.limits().processes();
        all.add("--nproc=" + most + ":" + most);
        all.add("--");
        if (root) {
            String id = "" + id(launch.name());
            all.addAll(List.of("/usr/bin/setpriv", "--reuid", id, "--regid", id, "--clear-groups"));
            all.addAll(List.of("--inh-caps=-all", "--bounding-set=-all", "--no-new-privs", "--"));
        }
        all.addAll(recorded(launch, Paths.INSIDE, niceness));
        return all;
    }

    /** Limits that the kernel keeps for each process; what all take together is watched by the supervisor. */
    public static List<String> limits(Limits limits) {
        long file = limits.outputBytes() + (64 << 10);
        long cpu = Math.max(1, limits.time().toSeconds()) * limits.cpus();
        return List.of(
                "/usr/bin/prlimit",
                "--core=0:0",
                "--fsize=" + file + ":" + file,
                "--cpu=" + cpu + ":" + (cpu + 5),
                "--data=" + 2 * limits.memoryBytes() + ":" + 2 * limits.memoryBytes());
    }

    /** The recorded command with the contract's environment and nothing else. */
    public static List<String> recorded(Launch launch, Paths where, int niceness) throws ExecutorFault {
        List<String> all = new ArrayList<>(List.of("/usr/bin/env", "-i", "--"));
        where.environment(launch).forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(List.of("/usr/bin/nice", "-n", "" + niceness, "--"));
        all.addAll(launch.command());
        return all;
    }

    /** Folders that bubblewrap makes unasked are closed to everybody but root. */
    private static void parents(List<String> all, String path) {
        Path within = Path.of("/");
        for (Path step : java.util.Objects.requireNonNull(Path.of(path).getParent())) {
            within = within.resolve(step);
            all.addAll(List.of("--dir", within.toString()));
        }
    }

    private int id(String name) {
        return root ? FIRST_ACCOUNT + Math.floorMod(name.hashCode(), ACCOUNTS) : NOBODY;
    }

    /** Programs and libraries, which everybody on the machine may read, and the little of /etc that they need. */
    private static void system(List<String> all) throws ExecutorFault {
        all.addAll(List.of("--ro-bind", "/usr", "/usr"));
        parents(all, "/etc/ssl/certs");
        try {
            for (String name : List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64")) {
                Path path = Path.of(name);
                if (Files.isSymbolicLink(path)) {
                    all.addAll(List.of("--symlink", Files.readSymbolicLink(path).toString(), name));
                } else if (Files.isDirectory(path)) {
                    all.addAll(List.of("--ro-bind", name, name));
                }
            }
            for (String name : READ_IN_ETC) {
                all.addAll(List.of("--ro-bind-try", "/etc/" + name, "/etc/" + name));
            }
            try (DirectoryStream<Path> runtimes = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
                for (Path runtime : runtimes) {
                    all.addAll(List.of("--ro-bind", runtime.toString(), runtime.toString()));
                }
            }
        } catch (IOException e) {
            throw new ExecutorFault("the machine's programs cannot be listed: " + e, false);
        }
    }

    private static void letRead(Path given) throws IOException {
        Files.walkFileTree(given, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) throws IOException {
                add(folder, Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
                if (found.isRegularFile()) {
                    boolean runs = Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
                    add(
                            file,
                            runs
                                    ? Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE)
                                    : Set.of(PosixFilePermission.OTHERS_READ));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void add(Path path, Set<PosixFilePermission> wanted) throws IOException {
        Set<PosixFilePermission> held = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        if (held.addAll(wanted)) {
            Files.setPosixFilePermissions(path, held);
        }
    }
}
