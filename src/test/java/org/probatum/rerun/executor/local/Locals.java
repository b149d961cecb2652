package org.probatum.rerun.executor.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.probatum.rerun.RerunExecutor;

/** Executors for this machine, whose patience is short. */
final class Locals {
    private Locals() {}

    static RerunExecutor executor(boolean plain) {
        return new LocalExecutor(
                plain,
                Optional.of(List.of(System.getProperty("java.home"))),
                Duration.ofSeconds(1),
                new MemorySize(BigInteger.valueOf(1 << 20)),
                5);
    }

    /** Skips, saying so, where the fence cannot stand. */
    static void assumeFence(RerunExecutor executor) {
        Optional<String> trouble = executor.unavailable();
        assumeTrue(trouble.isEmpty(), () -> "SKIPPED, no fence here: " + trouble.orElse(""));
    }
}
