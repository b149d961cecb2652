package org.probatum.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the packaged service against a fresh PostgreSQL, takes decisions from filing to publication over HTTP, and sets
 * what it saw beside what the same database commits by itself. Ends badly only when something failed or was lost.
 */
public final class Bench {
    /** A server process tells its counters when it falls idle, ten seconds later at the latest. */
    private static final long COUNTERS_SETTLE_MILLIS = 11_000;

    private final Settings settings;
    private final Database database;
    private final Map<Integer, List<Double>> limits = new LinkedHashMap<>();

    private Bench(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    public static void main(String... args) throws Exception {
        Settings settings = Settings.read();
        if (settings.scale() > 0) {
            try (Database database = Database.fresh(settings.data(), settings.statements())) {
                System.exit(new Scale(settings, database).measure() ? 0 : 1);
            }
        }
        Report report;
        try (Database database = Database.fresh(settings.data(), settings.statements())) {
            report = new Bench(settings, database).measure();
        }
        System.out.print(report.table());
        System.out.println(report.json());
        System.exit(report.isSound() ? 0 : 1);
    }

    private Report measure() throws Exception {
        Starts starts = starts();
        Limit limit = new Limit(database, settings);
        measure(limit);
        try (Service service = Service.start(settings, database.environment());
                Connection connection = database.connect("postgres")) {
            int most = Collections.max(settings.clients());
            Load load = new Load(service, database, People.seat(connection, most));
            Statements statements = new Statements(connection, settings.statements());
            Database.Counters before = database.counters(connection);
            List<Load.Phase> phases = phases(load);
            long resident = service.residentMegabytes();
            say("settling");
            Thread.sleep(COUNTERS_SETTLE_MILLIS);
            Database.Counters after = database.counters(connection);
            List<String> failing = Checks.failing(connection, load.finished(), after.deadlocks());
            statements.print(load.finished());
            measure(limit);
            return new Report(
                    limit.driver(),
                    starts,
                    limits,
                    phases,
                    Report.Rows.of(before, after, load.finished()),
                    resident,
                    load.errors(),
                    failing);
        }
    }

    /** How long the service takes to be ready; milliseconds. */
    record Starts(long empty, List<Long> existing) {
        long median() {
            return existing.stream().sorted().toList().get(existing.size() / 2);
        }
    }

    private Starts starts() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i <= settings.starts(); i++) {
            try (Service service = Service.start(settings, database.environment())) {
                millis.add(service.startMillis());
            }
        }
        say("starts " + millis + " ms");
        return new Starts(millis.get(0), millis.subList(1, millis.size()));
    }

    private void measure(Limit limit) throws Exception {
        for (int clients : settings.clients()) {
            double found = limit.stepsPerSecond(clients);
            say("limit with " + clients + " clients: " + Math.round(found) + " steps/s by " + limit.driver());
            limits.computeIfAbsent(clients, asked -> new ArrayList<>()).add(found);
        }
    }

    private List<Load.Phase> phases(Load load) throws Exception {
        List<Load.Phase> phases = new ArrayList<>();
        int usual = settings.clients().get(0);
        load.run("warm-up", usual, settings.warmup());
        phases.addAll(phases(load, "after " + settings.warmup() + " s"));
        if (settings.warm() > 0) {
            load.run("warm-up", usual, settings.warm());
            phases.addAll(phases(load, "fully warm"));
        }
        return phases;
    }

    private List<Load.Phase> phases(Load load, String warmth) throws Exception {
        List<Load.Phase> phases = new ArrayList<>();
        for (int clients : settings.clients()) {
            Load.Phase phase = load.run(warmth, clients, settings.seconds());
            say(warmth + ", " + clients + " clients: " + phase.sum().lifecycles() + " lifecycles, "
                    + phase.sum().errors().size() + " errors");
            phases.add(phase);
        }
        return phases;
    }

    private static void say(String words) {
        System.out.println("bench: " + words);
    }
}
