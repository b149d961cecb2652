package org.probatum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Slurm cluster of one node on this machine: munged, slurmctld and slurmd, on ports of its own, without systemd. */
public final class SlurmCluster implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final int port;
    private final int nodePort;
    private final List<Process> started = new ArrayList<>();
    private @Nullable Process controller;

    private SlurmCluster(Path folder) {
        this.folder = folder;
        this.port = freePort();
        this.nodePort = freePort();
    }

    /** Why there can be none here. */
    public static Optional<String> trouble() {
        if (!System.getProperty("user.name").equals("root")) {
            return Optional.of("a cluster on this machine is started as root");
        }
        for (String program : List.of("munged", "slurmctld", "slurmd", "sbatch")) {
            boolean there =
                    Stream.of("/usr/sbin/", "/usr/bin/").anyMatch(bin -> Files.isExecutable(Path.of(bin + program)));
            if (!there) {
                return Optional.of(program + " is not installed (slurmctld slurmd slurm-client munge)");
            }
        }
        return Optional.empty();
    }

    /** Starts one, and waits until it takes jobs. */
    public static SlurmCluster start() {
        try {
            Path folder = Files.createTempDirectory("slurm");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            SlurmCluster cluster = new SlurmCluster(folder);
            try {
                cluster.configure();
                cluster.startAll();
                return cluster;
            } catch (IOException | RuntimeException e) {
                cluster.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path configuration() {
        return folder.resolve("slurm.conf");
    }

    /** A folder that all nodes see. */
    public Path shared() {
        return folder.resolve("shared");
    }

    /** The controller ends. */
    public void stopController() {
        if (controller != null) {
            stop(controller);
        }
    }

    /** The controller starts again and has forgotten every job. */
    public void startControllerAnew() {
        try {
            controller = daemon(
                    "slurm", "slurmctld", "-D", "-c", "-f", configuration().toString());
            awaited();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one of Slurm's programs. */
    public String ran(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("SLURM_CONF", configuration().toString());
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        for (int i = started.size() - 1; i >= 0; i--) {
            stop(started.get(i));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // The folder for temporary files is swept by the machine.
            return;
        }
    }

    private void configure() throws IOException {
        String host = InetAddress.getLocalHost().getHostName().split("\\.")[0];
        for (String part : List.of("munge", "state", "spool", "run", "log", "shared")) {
            Files.createDirectory(folder.resolve(part));
        }
        byte[] key = new byte[128];
        new SecureRandom().nextBytes(key);
        Files.write(folder.resolve("munge/key"), key);
        Files.setPosixFilePermissions(folder.resolve("munge/key"), PosixFilePermissions.fromString("rw-------"));
        own("munge", "munge", "munge/key");
        own("slurm", "state", "log", "run");
        Files.writeString(
                configuration(),
                """
                ClusterName=test
                SlurmctldHost=HOST(127.0.0.1)
                SlurmUser=slurm
                SlurmctldPort=%d
                SlurmdPort=%d
                CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
                AuthType=auth/munge
                AuthInfo=socket=FOLDER/munge/socket
                StateSaveLocation=FOLDER/state
                SlurmdSpoolDir=FOLDER/spool
                SlurmctldPidFile=FOLDER/run/slurmctld.pid
                SlurmdPidFile=FOLDER/run/slurmd.pid
                SlurmctldLogFile=FOLDER/log/slurmctld.log
                SlurmdLogFile=FOLDER/log/slurmd.log
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                JobAcctGatherType=jobacct_gather/none
                AccountingStorageType=accounting_storage/none
                SelectType=select/cons_tres
                SelectTypeParameters=CR_Core
                SlurmdParameters=config_overrides
                SchedulerParameters=batch_sched_delay=0,sched_min_interval=10000
                MessageTimeout=2
                MpiDefault=none
                ReturnToService=2
                SlurmdTimeout=300
                KillWait=2
                NodeName=HOST NodeAddr=127.0.0.1 CPUs=2 RealMemory=1100 State=UNKNOWN
                PartitionName=main Nodes=HOST Default=YES MaxTime=1:00:00 State=UP
                PartitionName=closed Nodes=HOST MaxTime=1:00:00 State=DOWN
                """.formatted(port, nodePort).replace("HOST", host).replace("FOLDER", folder.toString()));
    }

    private void startAll() throws IOException {
        daemon(
                "munge",
                "munged",
                "--foreground",
                "--socket=" + folder.resolve("munge/socket"),
                "--key-file=" + folder.resolve("munge/key"),
                "--pid-file=" + folder.resolve("munge/pid"),
                "--log-file=" + folder.resolve("munge/log"),
                "--seed-file=" + folder.resolve("munge/seed"));
        Eventually.holds(() -> org.assertj.core.api.Assertions.assertThat(folder.resolve("munge/socket"))
                .exists());
        controller = daemon("slurm", "slurmctld", "-D", "-f", configuration().toString());
        daemon("root", "slurmd", "-D", "-f", configuration().toString());
        awaited();
    }

    private void awaited() {
        Eventually.holds(() -> org.assertj.core.api.Assertions.assertThat(
                        ran("sinfo", "--noheader", "--partition=main", "--format=%T"))
                .contains("idle"));
    }

    private Process daemon(String user, String... command) throws IOException {
        List<String> line = new ArrayList<>();
        if (!user.equals("root")) {
            line.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--init-groups", "--"));
        }
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(command[0] + ".out").toFile());
        builder.environment().put("SLURM_CONF", configuration().toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private void own(String user, String... parts) throws IOException {
        var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        for (String part : parts) {
            Files.setOwner(folder.resolve(part), owner);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
