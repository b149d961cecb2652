package org.probatum.rerun.executor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.executor.Supervision;

/** The process that watches a command, told from any later one with its number. */
record Supervisor(Supervision.Begun begun) {
    private static final double TICKS = 100;
    /** Where /proc/…/stat has, counted after the name: state, CPU time of its own and of children, and birth. */
    private static final int STATE = 0;

    private static final int CPU = 11;
    private static final int CPU_END = 15;
    private static final int BORN = 19;

    /** Waits until a supervisor has begun: the one just started, or one that was before it. */
    static Supervisor awaited(Supervision supervision, Duration within) throws ExecutorFault {
        long patience = System.nanoTime() + within.toNanos();
        Optional<Supervision.Begun> begun = supervision.begun();
        try {
            while (begun.isEmpty() && System.nanoTime() < patience) {
                Thread.sleep(5);
                begun = supervision.begun();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutorFault("the service is stopping; what was started is found by its name", true);
        }
        return begun.map(Supervisor::new)
                .orElseThrow(() -> new ExecutorFault(
                        "its supervisor did not begin within " + within.toSeconds()
                                + " s: setsid and /bin/sh are needed",
                        true));
    }

    String handle() {
        return begun.pid() + "-" + begun.born() + "-" + begun.boot();
    }

    Instant since() {
        return begun.at();
    }

    boolean isAlive() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                            .strip()
                            .equals(begun.boot())
                    && fields(begun.pid())
                            .filter(fields -> !fields[STATE].equals("Z") && !fields[STATE].equals("X"))
                            .filter(fields -> fields[BORN].equals(Long.toString(begun.born())))
                            .isPresent();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What the command and all below it that still run have used, with those of their children that ended. */
    static @Nullable Double cpuSeconds(Optional<Long> child) {
        return child.flatMap(ProcessHandle::of)
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                                .flatMap(one -> fields(one.pid()).stream())
                                .mapToLong(Supervisor::ticks)
                                .sum()
                        / TICKS)
                .orElse(null);
    }

    private static long ticks(String[] fields) {
        long sum = 0;
        for (int i = CPU; i < CPU_END; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    private static Optional<String[]> fields(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
