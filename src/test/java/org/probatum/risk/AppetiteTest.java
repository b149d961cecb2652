package org.probatum.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probatum.risk.Appetite.Breach;
import org.probatum.risk.Appetite.Limit;
import org.probatum.risk.Appetite.Span;
import org.probatum.risk.Appetite.Step;

/** The sum of accepted risk over time, and what brought it above the appetite. */
class AppetiteTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void agrees_with_a_naive_sum_at_every_moment_of_random_histories() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Span> spans = spans(random, random.nextInt(40));
            List<Limit> limits = limits(random);
            Appetite appetite = new Appetite(spans, limits);
            Instant first = START.minus(Duration.ofHours(random.nextInt(900)));
            Instant last = first.plus(Duration.ofHours(1 + random.nextInt(6000)));

            List<Step> steps = appetite.steps(first, last);

            for (int probe = 0; probe < 60; probe++) {
                Instant at = first.plusSeconds(
                        random.nextInt((int) Duration.between(first, last).toSeconds()));
                int naive = naive(spans, at);
                Step step = steps.stream()
                        .filter(s -> !s.at().isAfter(at))
                        .reduce((a, b) -> b)
                        .orElseThrow();
                assertThat(appetite.borne(at)).as("seed " + seed).isEqualTo(naive);
                assertThat(step.borne()).as("seed " + seed + " at " + at).isEqualTo(naive);
                assertThat(step.limit()).as("seed " + seed).isEqualTo(limit(limits, at));
                breachesAsTold(appetite, spans, limits, at, seed);
            }
        }
    }

    /** The excess began at the earliest moment from which the sum was above the limit without a break. */
    private static void breachesAsTold(Appetite appetite, List<Span> spans, List<Limit> limits, Instant at, int seed) {
        Optional<Breach> breach = appetite.breach(at);
        assertThat(breach.isPresent()).as("seed " + seed).isEqualTo(naive(spans, at) > limit(limits, at));
        breach.ifPresent(told -> {
            assertThat(told.excess()).isEqualTo(naive(spans, at) - limit(limits, at));
            assertThat(told.since()).isBeforeOrEqualTo(at);
            Instant before = told.since().minusNanos(1);
            assertThat(naive(spans, before)).as("seed " + seed + " before").isLessThanOrEqualTo(limit(limits, before));
            long hours = Duration.between(told.since(), at).toHours();
            for (long hour = 0; hour <= hours; hour += 1 + hours / 40) {
                Instant meanwhile = told.since().plus(Duration.ofHours(hour));
                assertThat(naive(spans, meanwhile)).as("seed " + seed).isGreaterThan(limit(limits, meanwhile));
            }
            if (told.crossing() != null) {
                assertThat(told.crossing().from()).isEqualTo(told.since());
            } else {
                assertThat(limits).anyMatch(limit -> limit.from().equals(told.since()));
            }
        });
    }

    @Test
    void finds_the_acceptance_that_crossed_it_though_it_is_the_smallest() {
        Appetite appetite = new Appetite(
                List.of(span(1, 12, 0, 90, null), span(2, 12, 1, 90, null), span(3, 1, 2, 90, null)),
                List.of(new Limit(Instant.EPOCH, 24)));

        Breach breach = appetite.breach(START.plus(Duration.ofDays(30))).orElseThrow();

        assertThat(breach.excess()).isEqualTo(1);
        assertThat(breach.crossing()).isNotNull();
        assertThat(breach.crossing().acceptance()).isEqualTo(3);
        assertThat(breach.since()).isEqualTo(START.plus(Duration.ofDays(2)));
        assertThat(appetite.breach(START.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(appetite.breach(START.plus(Duration.ofDays(95)))).isEmpty();
    }

    @Test
    void blames_no_acceptance_when_the_appetite_was_lowered() {
        Instant lowered = START.plus(Duration.ofDays(9));
        Appetite appetite = new Appetite(
                List.of(span(1, 12, 0, 90, null)), List.of(new Limit(Instant.EPOCH, 24), new Limit(lowered, 5)));

        Breach breach = appetite.breach(START.plus(Duration.ofDays(30))).orElseThrow();

        assertThat(breach.since()).isEqualTo(lowered);
        assertThat(breach.crossing()).isNull();
    }

    @Test
    void ends_a_day_where_the_team_works() {
        LocalDate lastDay = LocalDate.parse("2026-03-28");

        assertThat(Appetite.until(lastDay, BERLIN, null)).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(Appetite.until(lastDay.plusDays(1), BERLIN, null)).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(Appetite.until(lastDay, ZoneId.of("Pacific/Kiritimati"), null))
                .isEqualTo(Instant.parse("2026-03-28T10:00:00Z"));
    }

    private static int naive(List<Span> spans, Instant at) {
        int sum = 0;
        for (Span span : spans) {
            boolean expired = LocalDate.ofInstant(at, BERLIN).isAfter(span.lastDay());
            boolean ended = span.cause() != null && !at.isBefore(span.until());
            if (!at.isBefore(span.from()) && !expired && !ended) {
                sum += span.points();
            }
        }
        return sum;
    }

    private static int limit(List<Limit> limits, Instant at) {
        int now = 0;
        for (Limit limit : limits) {
            now = at.isBefore(limit.from()) ? now : limit.points();
        }
        return now;
    }

    private static List<Span> spans(Random random, int number) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            // Few enough moments that some things begin and end at the same one.
            int day = random.nextInt(40);
            @Nullable Integer ended = random.nextInt(3) == 0 ? day + random.nextInt(30) : null;
            spans.add(span(i, 1 + random.nextInt(25), day, 1 + random.nextInt(60), ended));
        }
        return spans;
    }

    private static List<Limit> limits(Random random) {
        List<Limit> limits = new ArrayList<>(List.of(new Limit(Instant.EPOCH, random.nextInt(80))));
        for (int i = 0; i < random.nextInt(3); i++) {
            limits.add(new Limit(START.plus(Duration.ofDays(10L + 15L * i)), random.nextInt(80)));
        }
        return limits;
    }

    private static Span span(long id, int points, int day, int days, @Nullable Integer ended) {
        Instant from = START.plus(Duration.ofDays(day));
        LocalDate lastDay = LocalDate.ofInstant(from, BERLIN).plusDays(days);
        @Nullable Instant end = ended == null ? null : START.plus(Duration.ofDays(ended));
        Instant until = Appetite.until(lastDay, BERLIN, end);
        return new Span(
                id,
                "CR-" + id,
                "r1",
                "A risk",
                points,
                "Somebody",
                from,
                lastDay,
                until,
                until.equals(end) ? AcceptanceEnd.Cause.REVOKED : null);
    }
}
