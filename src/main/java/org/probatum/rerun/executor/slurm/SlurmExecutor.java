package org.probatum.rerun.executor.slurm;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Printed;
import org.probatum.rerun.Progress;
import org.probatum.rerun.RerunExecutor;
import org.probatum.rerun.executor.Fence;
import org.probatum.rerun.executor.Paths;
import org.probatum.rerun.executor.Supervision;

/**
 * Runs commands as batch jobs of Slurm; the handle is the job's number. The batch script is the same supervisor that
 * local commands have, so that a job's end is known after Slurm has forgotten it. Nodes must see the workspaces under
 * the same path.
 */
@Singleton
public class SlurmExecutor implements RerunExecutor {
    private final boolean enabled;
    private final boolean fenced;
    private final Fence fence;
    private final Supervision.Bounds bounds;
    private final Slurm slurm;
    private final Clock clock;

    SlurmExecutor(
            @ConfigProperty(name = "probatum.reruns.slurm.enabled", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = "probatum.reruns.slurm.conf") Optional<String> conf,
            @ConfigProperty(name = "probatum.reruns.slurm.fenced", defaultValue = "true") boolean fenced,
            @ConfigProperty(name = "probatum.reruns.slurm.read") Optional<List<String>> read,
            @ConfigProperty(name = "probatum.reruns.slurm.grace", defaultValue = "5S") Duration grace,
            @ConfigProperty(name = "probatum.reruns.slurm.free", defaultValue = "512M") MemorySize free,
            Clock clock) {
        this.enabled = enabled;
        this.fenced = fenced;
        this.fence = new Fence(Fence.isRoot(), read.orElse(List.of()));
        this.bounds = new Supervision.Bounds(grace.toSeconds(), free.asLongValue());
        this.slurm = new Slurm(conf);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "slurm";
    }

    @Override
    public Optional<String> unavailable() {
        return enabled
                ? slurm.trouble()
                : Optional.of("Set probatum.reruns.slurm.enabled=true on a machine that may submit jobs (package"
                        + " slurm-client) and keeps its workspaces on a file system that the nodes share.");
    }

    @Override
    public Optional<String> warning() {
        return fenced
                ? Optional.empty()
                : Optional.of("Jobs run on the nodes with nothing around them: they see what the service's account sees"
                        + " there, and the network. Install bubblewrap on the nodes and take"
                        + " probatum.reruns.slurm.fenced=false away.");
    }

    @Override
    public String start(Launch launch) throws ExecutorFault {
        Paths.check(launch);
        Optional<String> trouble = unavailable();
        if (trouble.isPresent()) {
            throw new ExecutorFault(trouble.get(), false);
        }
        Path lock = launch.workspace().home().resolve("submission.lock");
        // One at a time asks and submits, whichever thread or service; should two jobs come of it all the same, the
        // supervisor of one finds that the other has begun.
        synchronized (SlurmExecutor.class) {
            try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = file.lock()) {
                Optional<String> there = find(launch);
                return there.isPresent() && held.isValid() ? there.get() : slurm.submit(launch, script(launch));
            } catch (IOException e) {
                throw new ExecutorFault("the workspace cannot be written to: " + e, true);
            }
        }
    }

    @Override
    public Optional<String> find(Launch launch) throws ExecutorFault {
        Optional<String> begun = new Supervision(launch.workspace()).begun().map(Supervision.Begun::job);
        return begun.isPresent() ? begun : slurm.named(launch.name());
    }

    @Override
    public Progress look(String handle, Launch launch) throws ExecutorFault {
        Supervision supervision = new Supervision(launch.workspace());
        Optional<Progress.Ended> ended = ended(supervision, handle);
        if (ended.isPresent()) {
            return ended.get();
        }
        Optional<Job> job = slurm.job(handle);
        // It may have written its last while Slurm was asked.
        ended = ended(supervision, handle);
        if (ended.isPresent()) {
            return ended.get();
        }
        boolean begun =
                supervision.begun().filter(found -> found.job().equals(handle)).isPresent();
        return job.map(found -> found.progress(clock.instant(), begun))
                .orElseGet(
                        () -> new Progress.Lost("Slurm knows no job " + handle + " (any more), and it left no word"));
    }

    @Override
    public void cancel(String handle, Launch launch) throws ExecutorFault {
        Supervision supervision = new Supervision(launch.workspace());
        if (ended(supervision, handle).isEmpty()) {
            // Left also for one that is only about to begin: it would otherwise not know why it is told to go.
            if (supervision.begun().map(Supervision.Begun::job).orElse(handle).equals(handle)) {
                supervision.stop();
            }
            slurm.cancel(handle);
        }
    }

    @Override
    public Printed log(String handle, Launch launch, long from, int most) throws ExecutorFault {
        return new Supervision(launch.workspace()).log(from, most);
    }

    private static Optional<Progress.Ended> ended(Supervision supervision, String handle) throws ExecutorFault {
        return supervision.begun().filter(begun -> begun.job().equals(handle)).isPresent()
                ? supervision.ended()
                : Optional.empty();
    }

    private List<String> script(Launch launch) throws ExecutorFault {
        Supervision supervision = new Supervision(launch.workspace());
        List<String> script = new ArrayList<>();
        if (fenced) {
            fence.open(launch);
            script.addAll(supervision.prepare(launch, fence.arguments(launch), fence.command(launch, 0), bounds));
        } else {
            List<String> command = new ArrayList<>(List.of(
                    "/usr/bin/env",
                    "-C",
                    launch.workspace().code().resolve(Paths.directory(launch)).toString()));
            command.addAll(Fence.limits(launch.limits()));
            command.add("--");
            command.addAll(Fence.recorded(launch, Paths.of(launch.workspace()), 0));
            script.addAll(supervision.prepare(launch, List.of(), command, bounds));
        }
        if (!Files.isRegularFile(Path.of(script.get(0)))) {
            throw new ExecutorFault("the supervisor's script is not in the workspace", true);
        }
        return script;
    }
}
