package org.probatum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A speed that is aimed at, and the one measured, in the warmest phase of that many clients. */
record Target(String what, String wanted, double measured, boolean met) {

    /** All targets; a client count that was not run has none. */
    static List<Target> of(Report report) {
        List<Target> targets = new ArrayList<>();
        for (Load.Phase phase : warmest(report)) {
            if (phase.clients() == 8) {
                targets.add(atLeast("steps as a share of the limit, 8 clients", report.stepRatio(phase), 0.25));
                targets.add(atMost(
                        "approve a gate p99 in ms, 8 clients", phase.sum().p99(), 40));
                targets.add(atMost("the service's CPU a lifecycle in ms, 8 clients", phase.serviceCpu(), 30));
            }
            if (phase.clients() == 32) {
                targets.add(atLeast("steps as a share of the limit, 32 clients", report.stepRatio(phase), 0.15));
                targets.add(atMost(
                        "approve a gate p99 in ms, 32 clients", phase.sum().p99(), 150));
            }
        }
        targets.add(
                atMost("start on an existing database in ms", report.starts().median(), 5_000));
        targets.add(atMost("resident memory after the load in MB", report.residentMegabytes(), 400));
        return targets;
    }

    String words() {
        return String.format(
                Locale.ROOT, "%-50s %9.3f  wanted %-8s %s", what, measured, wanted, met ? "met" : "missed");
    }

    private static List<Load.Phase> warmest(Report report) {
        String warmth = report.phases().get(report.phases().size() - 1).warmth();
        return report.phases().stream().filter(p -> p.warmth().equals(warmth)).toList();
    }

    private static Target atLeast(String what, double measured, double wanted) {
        return new Target(what, "≥ " + number(wanted), measured, measured >= wanted);
    }

    private static Target atMost(String what, double measured, double wanted) {
        return new Target(what, "≤ " + number(wanted), measured, measured <= wanted);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
