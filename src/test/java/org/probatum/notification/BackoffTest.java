package org.probatum.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Random chance = new Random(7);

    @Test
    void waits_longer_each_time_and_ends_after_about_three_days() {
        Duration sum = Duration.ZERO;
        for (int attempt = 1; attempt <= Backoff.WAITS.size(); attempt++) {
            Duration wait = Backoff.after(attempt, null, chance).orElseThrow();
            Duration planned = Backoff.WAITS.get(attempt - 1);
            assertThat(wait)
                    .isBetween(
                            planned.multipliedBy(8).dividedBy(10),
                            planned.multipliedBy(12).dividedBy(10));
            sum = sum.plus(wait);
        }

        assertThat(sum).isBetween(Duration.ofDays(2), Duration.ofDays(4));
        assertThat(Backoff.after(Backoff.WAITS.size() + 1, null, chance)).isEmpty();
    }

    @Test
    void spreads_those_who_failed_together() {
        long different = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> Backoff.after(3, null, chance).orElseThrow())
                .distinct()
                .count();

        assertThat(different).isGreaterThan(90);
    }

    @Test
    void comes_back_when_it_is_asked_to_and_not_in_a_year() {
        assertThat(Backoff.after(1, Duration.ofSeconds(90), chance)).contains(Duration.ofSeconds(90));
        assertThat(Backoff.after(1, Duration.ofSeconds(-5), chance)).contains(Duration.ZERO);
        assertThat(Backoff.after(1, Duration.ofDays(365), chance)).contains(Duration.ofHours(24));
    }

    @Test
    void leaves_a_receiver_that_fails_alone_for_a_minute_at_most() {
        assertThat(Backoff.hold(1, null)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Backoff.hold(50, null)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Backoff.hold(1, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    }
}
