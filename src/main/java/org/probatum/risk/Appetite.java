package org.probatum.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a team bears of accepted risk over time, against what it means to bear. The one definition of that sum: at a moment
 * it is the points of every acceptance that has begun and not yet ended. An acceptance begins when it is given; it ends with
 * its last day in the team's time zone, or earlier when it is replaced, revoked, overtaken by a change, or its decision ends.
 */
public final class Appetite {
    /** An acceptance in time; the end is exclusive, and the cause null when it runs to its last day. */
    public record Span(
            long acceptance,
            String decision,
            String risk,
            String title,
            int points,
            String accepter,
            Instant from,
            LocalDate lastDay,
            Instant until,
            AcceptanceEnd.@Nullable Cause cause) {
        /** It counts at the moment. */
        public boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** How many points the team may bear from a moment on. */
    public record Limit(Instant from, int points) {}

    /** The sum and the limit from a moment on, and what began and ended then. */
    public record Step(Instant at, int borne, int limit, List<Span> began, List<Span> ended) {
        public boolean isOver() {
            return borne > limit;
        }
    }

    /**
     * More is accepted than the team may bear.
     *
     * @param since when the sum last went above the limit
     * @param crossing the acceptance given at that moment; null when it was the limit that was lowered
     */
    public record Breach(
            int sum, int appetite, Instant since, @Nullable Span crossing) {
        public int excess() {
            return sum - appetite;
        }
    }

    private final List<Span> spans;
    private final NavigableMap<Instant, Integer> limits = new TreeMap<>();

    /** The limits hold each from its moment to the next; the first is to reach back as far as anything is asked. */
    public Appetite(List<Span> spans, List<Limit> limits) {
        this.spans = List.copyOf(spans);
        limits.forEach(limit -> this.limits.put(limit.from(), limit.points()));
    }

    /** When an acceptance ends: after its last day where the team works, unless something ended it before. */
    public static Instant until(LocalDate lastDay, ZoneId zone, @Nullable Instant ended) {
        Instant expiry = lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        return ended != null && ended.isBefore(expiry) ? ended : expiry;
    }

    public List<Span> spans() {
        return spans;
    }

    /** The points borne at a moment. */
    public int borne(Instant at) {
        return spans.stream()
                .filter(span -> span.holds(at))
                .mapToInt(Span::points)
                .sum();
    }

    /** The points the team may bear at a moment. */
    public int limit(Instant at) {
        var before = limits.floorEntry(at);
        return before == null ? 0 : before.getValue();
    }

    /** Every change between two moments, both included, the state at the first as its first step. */
    public List<Step> steps(Instant first, Instant last) {
        NavigableSet<Instant> moments = new TreeSet<>(limits.keySet());
        spans.stream().filter(span -> span.from().isBefore(span.until())).forEach(span -> {
            moments.add(span.from());
            moments.add(span.until());
        });
        moments.add(first);
        List<Step> steps = new ArrayList<>();
        int borne = 0;
        for (Instant at : moments.subSet(first, true, last, true)) {
            List<Span> began = at.equals(first) ? List.of() : those(Span::from, at);
            List<Span> ended = at.equals(first) ? List.of() : those(Span::until, at);
            borne = at.equals(first) ? borne(first) : borne + sum(began) - sum(ended);
            steps.add(new Step(at, borne, limit(at), began, ended));
        }
        return steps;
    }

    /** The excess at a moment, and what brought it about; empty while the team bears no more than it may. */
    public Optional<Breach> breach(Instant at) {
        Instant earliest = spans.stream()
                .map(Span::from)
                .min(Comparator.naturalOrder())
                .filter(first -> !first.isAfter(at))
                .map(first -> first.minusSeconds(1))
                .orElse(at);
        List<Step> steps = steps(earliest, at);
        int last = steps.size() - 1;
        if (!steps.get(last).isOver()) {
            return Optional.empty();
        }
        int crossed = last;
        while (crossed > 0 && steps.get(crossed - 1).isOver()) {
            crossed--;
        }
        Step crossing = steps.get(crossed);
        return Optional.of(new Breach(
                steps.get(last).borne(),
                steps.get(last).limit(),
                crossing.at(),
                crossing.began().stream()
                        .max(Comparator.comparingLong(Span::acceptance))
                        .orElse(null)));
    }

    private List<Span> those(java.util.function.Function<Span, Instant> end, Instant at) {
        return spans.stream()
                .filter(span ->
                        span.from().isBefore(span.until()) && end.apply(span).equals(at))
                .toList();
    }

    private static int sum(List<Span> some) {
        return some.stream().mapToInt(Span::points).sum();
    }
}
