package org.probatum.rerun.executor.local;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Printed;
import org.probatum.rerun.Progress;
import org.probatum.rerun.RerunExecutor;
import org.probatum.rerun.executor.Fence;
import org.probatum.rerun.executor.Paths;
import org.probatum.rerun.executor.Programs;
import org.probatum.rerun.executor.Supervision;

/**
 * Runs commands on the service's own machine. Each is started apart from the service by a small supervisor, which
 * outlives it, holds the limits and writes down the end; the handle names that supervisor by number and birth, so that
 * a later process with its number is never taken for it.
 */
@Singleton
public class LocalExecutor implements RerunExecutor {
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(10);
    private static final Programs PROGRAMS = new Programs(Map.of(), Duration.ofSeconds(20));

    private final boolean plain;
    private final Fence fence;
    private final Supervision.Bounds bounds;
    private final int niceness;
    private final Probe probe;

    LocalExecutor(
            @ConfigProperty(name = "probatum.reruns.local.plain", defaultValue = "false") boolean plain,
            @ConfigProperty(name = "probatum.reruns.local.read") Optional<List<String>> read,
            @ConfigProperty(name = "probatum.reruns.local.grace", defaultValue = "5S") Duration grace,
            @ConfigProperty(name = "probatum.reruns.local.free", defaultValue = "512M") MemorySize free,
            @ConfigProperty(name = "probatum.reruns.local.nice", defaultValue = "10") int niceness) {
        this.plain = plain;
        this.fence = new Fence(Fence.isRoot(), read.orElse(List.of()));
        this.bounds = new Supervision.Bounds(grace.toSeconds(), free.asLongValue());
        this.niceness = niceness;
        this.probe = new Probe(fence, PROGRAMS);
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Optional<String> unavailable() {
        return plain ? Optional.empty() : probe.trouble();
    }

    @Override
    public Optional<String> warning() {
        return !plain
                ? Optional.empty()
                : Optional.of("Commands run with nothing around them: they see the service's files and secrets, the"
                        + " network and each other, and can write and delete whatever the service can. Only run what"
                        + " you would run by hand; take probatum.reruns.local.plain away once bubblewrap works here.");
    }

    @Override
    public String start(Launch launch) throws ExecutorFault {
        Paths.check(launch);
        Supervision supervision = new Supervision(launch.workspace());
        if (supervision.begun().isEmpty()) {
            Optional<String> trouble = unavailable();
            if (trouble.isPresent()) {
                throw new ExecutorFault(trouble.get(), false);
            }
            List<String> line = new ArrayList<>(List.of("setsid", "--fork", "/bin/sh"));
            line.addAll(plain ? bare(supervision, launch) : fenced(supervision, launch));
            PROGRAMS.start(line);
        }
        return Supervisor.awaited(supervision, BEGINS_WITHIN).handle();
    }

    @Override
    public Optional<String> find(Launch launch) throws ExecutorFault {
        return new Supervision(launch.workspace()).begun().map(begun -> new Supervisor(begun).handle());
    }

    /** A look reads a few small files. */
    @Override
    public Duration pace() {
        return Duration.ofMillis(10);
    }

    @Override
    public Progress look(String handle, Launch launch) throws ExecutorFault {
        Supervision supervision = new Supervision(launch.workspace());
        Optional<Supervisor> supervisor = supervision
                .begun()
                .map(Supervisor::new)
                .filter(found -> found.handle().equals(handle));
        if (supervisor.isEmpty()) {
            return new Progress.Lost("Nothing was started here under the handle " + handle);
        }
        Optional<Progress.Ended> ended = supervision.ended();
        if (ended.isEmpty() && supervisor.get().isAlive()) {
            return new Progress.Running(supervisor.get().since(), Supervisor.cpuSeconds(supervision.child()));
        }
        // It may have written its last and gone between the two looks.
        return (ended.isPresent() ? ended : supervision.ended())
                .<Progress>map(end -> end)
                .orElseGet(() -> new Progress.Lost("Its supervisor is gone and left no word: it was killed, the machine"
                        + " was restarted, or this is another machine"));
    }

    @Override
    public void cancel(String handle, Launch launch) throws ExecutorFault {
        if (find(launch).filter(handle::equals).isPresent()) {
            new Supervision(launch.workspace()).stop();
        }
    }

    @Override
    public Printed log(String handle, Launch launch, long from, int most) throws ExecutorFault {
        return new Supervision(launch.workspace()).log(from, most);
    }

    private List<String> fenced(Supervision supervision, Launch launch) throws ExecutorFault {
        fence.open(launch);
        return supervision.prepare(launch, fence.arguments(launch), fence.command(launch, niceness), bounds);
    }

    private List<String> bare(Supervision supervision, Launch launch) throws ExecutorFault {
        String directory =
                launch.workspace().code().resolve(Paths.directory(launch)).toString();
        List<String> command = new ArrayList<>(List.of("setsid", "/usr/bin/env", "-C", directory));
        command.addAll(Fence.limits(launch.limits()));
        command.add("--");
        command.addAll(Fence.recorded(launch, Paths.of(launch.workspace()), niceness));
        return supervision.prepare(launch, List.of(), command, bounds);
    }
}
