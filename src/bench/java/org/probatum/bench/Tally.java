package org.probatum.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one client did. Lifecycles begun within a phase are finished after it, so that none is left half-way; only what
 * was answered within the phase counts towards its rates.
 */
final class Tally {
    private final long deadline;
    private final List<String> errors = new ArrayList<>();
    private long[] approvals = new long[1_024];
    private int approved;
    private long calls;
    private long steps;
    private long writes;
    private long finished;

    Tally(long deadline) {
        this.deadline = deadline;
    }

    void called() {
        calls += counts();
    }

    void step() {
        steps += counts();
    }

    void wrote() {
        writes += counts();
    }

    void finished() {
        finished++;
    }

    void approved(long nanos) {
        if (approved == approvals.length) {
            approvals = Arrays.copyOf(approvals, 2 * approved);
        }
        approvals[approved++] = nanos;
    }

    void failed(String error) {
        errors.add(error);
    }

    /** So many went wrong that going on tells nothing more. */
    boolean isHopeless() {
        return errors.size() >= 20;
    }

    private int counts() {
        return System.nanoTime() < deadline ? 1 : 0;
    }

    /** What all clients of a phase did together; times are milliseconds. */
    record Sum(
            long lifecycles,
            long calls,
            long steps,
            long writes,
            double p50,
            double p95,
            double p99,
            double max,
            List<String> errors) {

        static Sum of(List<Tally> tallies) {
            long[] all = tallies.stream()
                    .flatMapToLong(t -> Arrays.stream(t.approvals, 0, t.approved))
                    .sorted()
                    .toArray();
            return new Sum(
                    tallies.stream().mapToLong(t -> t.finished).sum(),
                    tallies.stream().mapToLong(t -> t.calls).sum(),
                    tallies.stream().mapToLong(t -> t.steps).sum(),
                    tallies.stream().mapToLong(t -> t.writes).sum(),
                    at(all, 0.50),
                    at(all, 0.95),
                    at(all, 0.99),
                    at(all, 1),
                    tallies.stream().flatMap(t -> t.errors.stream()).toList());
        }

        private static double at(long[] sorted, double share) {
            if (sorted.length == 0) {
                return Double.NaN;
            }
            int place = Math.min(sorted.length - 1, (int) (share * sorted.length));
            return sorted[place] / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }
    }
}
