package org.probatum.rerun.executor.slurm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.executor.Programs;

/** The programs of Slurm: what they are asked, and what they answer. */
final class Slurm {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern PARTITION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");
    private static final String UNKNOWN = "Invalid job id";
    private static final long SPARE_SECONDS = 60;

    private final Programs programs;
    private @Nullable Boolean accounts;

    Slurm(Optional<String> conf) {
        Map<String, String> environment = new HashMap<>(Map.of("TZ", "UTC", "LC_ALL", "C"));
        conf.ifPresent(path -> environment.put("SLURM_CONF", path));
        this.programs = new Programs(environment, Duration.ofSeconds(30));
    }

    /** Why jobs cannot be submitted from here. */
    Optional<String> trouble() {
        try {
            Programs.Said said = programs.run(List.of("sbatch", "--version"));
            return said.status() == 0 ? Optional.empty() : Optional.of("sbatch does not work here: " + said.line());
        } catch (ExecutorFault e) {
            return Optional.of("Install Slurm's client programs (package slurm-client) on the service's machine and"
                    + " configure them for the cluster.");
        }
    }

    /** The job that a script has become. Nothing of the service's environment goes with it. */
    String submit(Launch launch, List<String> script) throws ExecutorFault {
        Limits limits = launch.limits();
        String queue = launch.queue();
        if (queue != null && !PARTITION.matcher(queue).matches()) {
            throw new ExecutorFault("\"" + queue + "\" is no name of a partition", false);
        }
        // The supervisor ends it in time; Slurm's own limit is for when the supervisor cannot.
        long minutes = (limits.time().toSeconds() + SPARE_SECONDS + 59) / 60;
        List<String> line = new ArrayList<>(List.of("sbatch", "--parsable", "--export=NIL", "--no-requeue"));
        line.addAll(List.of("--job-name=" + launch.name(), "--nodes=1", "--ntasks=1"));
        line.addAll(List.of("--cpus-per-task=" + limits.cpus(), "--time=" + minutes));
        line.add("--mem=" + Math.max(1, limits.memoryBytes() >> 20) + "M");
        line.addAll(List.of("--output=/dev/null", "--error=/dev/null", "--chdir=/"));
        if (queue != null) {
            line.add("--partition=" + queue);
        }
        line.addAll(script);
        Programs.Said said = programs.run(line);
        String number = said.words().strip().split("[;\\s]", 2)[0];
        if (said.status() != 0 || !NUMBER.matcher(number).matches()) {
            throw new ExecutorFault("Slurm did not take the job: " + said.line(), isPassing(said));
        }
        return number;
    }

    /** The job with a name, the latest if there were several. */
    Optional<String> named(String name) throws ExecutorFault {
        Programs.Said said =
                asked(List.of("squeue", "--noheader", "--states=all", "--name=" + name, "--format=%A", "--sort=-i"));
        Optional<String> found = said.words()
                .lines()
                .map(String::strip)
                .filter(line -> NUMBER.matcher(line).matches())
                .findFirst();
        if (found.isPresent() || !isAccounting()) {
            return found;
        }
        return asked(List.of(
                        "sacct", "-n", "-X", "-P", "--name=" + name, "--starttime=now-30days", "--format=JobIDRaw"))
                .words()
                .lines()
                .map(String::strip)
                .filter(line -> NUMBER.matcher(line).matches())
                .reduce((earlier, later) -> later);
    }

    /** The job as accounting has it, or where there is none, as the controller remembers it. */
    Optional<Job> job(String number) throws ExecutorFault {
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        if (isAccounting()) {
            Optional<Job> job = asked(List.of(
                            "sacct", "-n", "-X", "-P", "--jobs=" + number, "--format=State,ExitCode,Start,End,Reason"))
                    .words()
                    .lines()
                    .filter(line -> line.contains("|"))
                    .findFirst()
                    .map(Job::accounted);
            if (job.isPresent()) {
                return job;
            }
        }
        Programs.Said said = programs.run(List.of("scontrol", "show", "job", "--oneliner", number));
        if (said.status() != 0 && said.words().contains(UNKNOWN)) {
            return Optional.empty();
        }
        return Optional.of(Job.shown(spoken(said).words()));
    }

    /** Ends a job; one that has ended or was never there is no fault. */
    void cancel(String number) throws ExecutorFault {
        if (!NUMBER.matcher(number).matches()) {
            return;
        }
        Programs.Said said = programs.run(List.of("scancel", number));
        if (said.status() != 0
                && !said.words().contains(UNKNOWN)
                && !said.words().contains("already completing")) {
            spoken(said);
        }
    }

    /** Accounting is on: asked once, for it is the cluster's configuration. */
    private synchronized boolean isAccounting() throws ExecutorFault {
        if (accounts == null) {
            Programs.Said said = programs.run(List.of("sacct", "-n", "-X", "--starttime=now", "--format=JobIDRaw"));
            if (said.status() != 0 && !said.words().contains("accounting storage is disabled")) {
                return false;
            }
            accounts = said.status() == 0;
        }
        return accounts;
    }

    private Programs.Said asked(List<String> command) throws ExecutorFault {
        return spoken(programs.run(command));
    }

    private static Programs.Said spoken(Programs.Said said) throws ExecutorFault {
        if (said.status() != 0) {
            throw new ExecutorFault("Slurm does not answer: " + said.line(), isPassing(said));
        }
        return said;
    }

    private static boolean isPassing(Programs.Said said) {
        return said.words().contains("nable to contact")
                || said.words().contains("Connection")
                || said.words().contains("timed out")
                || said.words().contains("temporarily");
    }
}
