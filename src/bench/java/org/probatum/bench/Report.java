package org.probatum.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything measured, as a table with the targets beside it and as one line of JSON. */
record Report(
        String limitDriver,
        Bench.Starts starts,
        Map<Integer, List<Double>> limits,
        List<Load.Phase> phases,
        Rows rows,
        long residentMegabytes,
        List<String> errors,
        List<String> failing) {
    private static final int SHOWN = 5;

    /** What a lifecycle costs the database, over the whole load. */
    record Rows(double commits, double inserted, double updated, double deleted) {
        static Rows of(Database.Counters before, Database.Counters after, long lifecycles) {
            double each = Math.max(1, lifecycles);
            return new Rows(
                    (after.commits() - before.commits()) / each,
                    (after.inserted() - before.inserted()) / each,
                    (after.updated() - before.updated()) / each,
                    (after.deleted() - before.deleted()) / each);
        }
    }

    /** Nothing failed and nothing was lost, however fast it was. */
    boolean isSound() {
        return errors.isEmpty() && failing.isEmpty();
    }

    String table() {
        StringBuilder out = new StringBuilder();
        line(out, "%nThe database's own limit (%s), before and after the load:", limitDriver);
        limits.forEach((clients, found) -> line(
                out,
                "  %2d clients  %6.0f steps/s  %s",
                clients,
                limit(clients),
                found.stream().map(Math::round).toList()));
        line(
                out,
                "%nWhole lifecycles over HTTP: %d calls, %d workflow steps, %d writing commits each%n",
                Lifecycle.CALLS,
                Lifecycle.STEPS,
                Lifecycle.WRITES);
        line(
                out,
                "%-11s %7s %8s %8s %8s %6s %8s %6s   %-32s %-22s %6s",
                "",
                "",
                "life-",
                "",
                "steps",
                "of the",
                "writes",
                "of the",
                "approve a gate, ms",
                "CPU ms a lifecycle",
                "");
        line(
                out,
                "%-11s %7s %8s %8s %8s %6s %8s %6s   %7s %7s %7s %8s %8s %6s %6s %6s",
                "warm-up",
                "clients",
                "cycles/s",
                "calls/s",
                "/s",
                "limit",
                "/s",
                "limit",
                "p50",
                "p95",
                "p99",
                "max",
                "service",
                "db",
                "driver",
                "errors");
        phases.forEach(p -> line(
                out,
                "%-11s %7d %8.1f %8.0f %8.0f %6.3f %8.0f %6.3f   %7.1f %7.1f %7.1f %8.1f %8.1f %6.1f %6.1f %6d",
                p.warmth(),
                p.clients(),
                lifecycles(p),
                rate(p, p.sum().calls()),
                rate(p, p.sum().steps()),
                stepRatio(p),
                rate(p, p.sum().writes()),
                rate(p, p.sum().writes()) / limit(p.clients()),
                p.sum().p50(),
                p.sum().p95(),
                p.sum().p99(),
                p.sum().max(),
                p.serviceCpu(),
                p.databaseCpu(),
                p.ownCpu(),
                p.sum().errors().size()));
        line(
                out,
                "%nA lifecycle in the database: %.1f commits, rows %.1f inserted, %.1f updated, %.1f deleted",
                rows.commits(),
                rows.inserted(),
                rows.updated(),
                rows.deleted());
        line(out, "Start on an empty database %d ms, on an existing one %s ms%n", starts.empty(), starts.existing());
        Target.of(this).forEach(target -> line(out, "  %s", target.words()));
        errors.stream().limit(SHOWN).forEach(error -> line(out, "error: %.500s", error));
        failing.forEach(lost -> line(out, "does not hold: %s", lost));
        line(
                out,
                "%n%s",
                isSound()
                        ? "Nothing failed, nothing was lost."
                        : errors.size() + " errors, " + failing.size() + " checks failed.");
        return out.toString();
    }

    String json() throws JsonProcessingException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("limit_driver", limitDriver);
        all.put("limit_steps_per_s", limits);
        List<Map<String, Object>> load = new ArrayList<>();
        for (Load.Phase p : phases) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("warmup", p.warmth());
            one.put("clients", p.clients());
            one.put("lifecycles_per_s", rounded(lifecycles(p)));
            one.put("calls_per_s", rounded(rate(p, p.sum().calls())));
            one.put("steps_per_s", rounded(rate(p, p.sum().steps())));
            one.put("step_ratio", rounded(stepRatio(p)));
            one.put("write_ratio", rounded(rate(p, p.sum().writes()) / limit(p.clients())));
            one.put(
                    "approve_ms",
                    Map.of(
                            "p50",
                            rounded(p.sum().p50()),
                            "p95",
                            rounded(p.sum().p95()),
                            "p99",
                            rounded(p.sum().p99()),
                            "max",
                            rounded(p.sum().max())));
            one.put(
                    "cpu_ms",
                    Map.of(
                            "service",
                            rounded(p.serviceCpu()),
                            "database",
                            rounded(p.databaseCpu()),
                            "driver",
                            rounded(p.ownCpu())));
            one.put("errors", p.sum().errors().size());
            load.add(one);
        }
        all.put("load", load);
        all.put("rows", rows);
        all.put("start_ms", Map.of("empty", starts.empty(), "existing", starts.existing()));
        all.put("resident_mb", residentMegabytes);
        all.put("targets", Target.of(this));
        all.put("errors", errors.size());
        all.put("failing", failing);
        return new ObjectMapper().writeValueAsString(Map.of("probatum_bench", all));
    }

    double stepRatio(Load.Phase phase) {
        return rate(phase, phase.sum().steps()) / limit(phase.clients());
    }

    private double limit(int clients) {
        return limits.get(clients).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static double lifecycles(Load.Phase phase) {
        return rate(phase, phase.sum().calls()) / Lifecycle.CALLS;
    }

    private static double rate(Load.Phase phase, long count) {
        return count / (double) phase.seconds();
    }

    private static double rounded(double value) {
        return Double.isNaN(value) ? -1 : Math.round(value * 1000) / 1000.0;
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
