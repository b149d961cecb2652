package org.probatum.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a message is tried again: the schedule of the Standard Webhooks specification, each wait a little off it by chance. */
final class Backoff {
    /** The waits after the first attempt and each one that follows. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final double JITTER = 0.2;
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    private Backoff() {}

    /** How long to wait after so many attempts; empty when there were enough. */
    static Optional<Duration> after(int attempts, @Nullable Duration asked, RandomGenerator chance) {
        if (attempts > WAITS.size()) {
            return Optional.empty();
        }
        if (asked != null) {
            return Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked.isNegative() ? Duration.ZERO : asked);
        }
        double off = 1 + JITTER * (2 * chance.nextDouble() - 1);
        return Optional.of(Duration.ofMillis((long) (WAITS.get(attempts - 1).toMillis() * off)));
    }

    /** How long nothing at all is sent to a receiver that has just failed so many times on end. */
    static Duration hold(int failures, @Nullable Duration asked) {
        if (asked != null && !asked.isNegative()) {
            return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        }
        Duration hold = Duration.ofSeconds(1L << Math.min(failures, 6));
        return hold.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : hold;
    }
}
