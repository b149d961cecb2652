package org.probatum.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probatum.support.FakeMlflow;
import org.probatum.support.FakeRun;

/**
 * How long it takes to import a thousand runs with fifty metrics each, with their whole histories, from an MLflow on the same
 * machine. Run by {@code ./mvnw -Pbench verify -Dbench.main=org.probatum.bench.Importing}.
 */
public final class Importing {
    private static final int RUNS = 1_000;
    private static final int METRICS = 50;
    private static final int STEPS = 10;
    private static final double WANTED_SECONDS = 60;
    private static final int POLL_MILLIS = 200;

    private Importing() {}

    public static void main(String... args) throws Exception {
        Settings settings = Settings.read();
        boolean met;
        try (FakeMlflow mlflow = filled();
                Database database = Database.fresh(settings.data(), false);
                Connection connection = database.connect("postgres")) {
            Map<String, String> environment = new LinkedHashMap<>(database.environment());
            environment.put("PROBATUM_OUTBOUND_ALLOW", "127.0.0.1/32");
            try (Service service = Service.start(settings, environment)) {
                met = measure(service, connection, mlflow);
            }
        }
        System.exit(met ? 0 : 1);
    }

    private static FakeMlflow filled() {
        FakeMlflow mlflow = FakeMlflow.two().silently().experiment("1", "sweep");
        for (int run = 0; run < RUNS; run++) {
            FakeRun made = mlflow.run("1", String.format(Locale.ROOT, "%032x", 0x5eed_0000L + run), "sweep " + run);
            for (int metric = 0; metric < METRICS; metric++) {
                double[] values = new double[STEPS];
                for (int step = 0; step < STEPS; step++) {
                    values[step] = 1 - 1.0 / (run + metric + step + 2);
                }
                made.measured("metric-" + metric, values);
            }
            made.params.put("seed", String.valueOf(run));
        }
        return mlflow;
    }

    private static boolean measure(Service service, Connection connection, FakeMlflow mlflow)
            throws IOException, SQLException, InterruptedException {
        People.Seat seat = People.seat(connection, 1).get(0);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into tracker (id, team_id, name, kind, url, auth, writes_back, created_by, created_at)"
                            + " select nextval('tracker_seq'), m.team_id, 'local', 'MLFLOW', '" + mlflow.url()
                            + "', 'NONE', false, m.person_id, now() from membership m join person p on p.id = m.person_id"
                            + " where p.username = '" + seat.author() + "'");
        }
        try (Wire wire = new Wire(service.port())) {
            String filed = wire.call(
                            "POST",
                            "/api/v1/decisions",
                            seat.authorToken(),
                            "",
                            "{\"apiVersion\":\"probatum/v1\",\"kind\":\"Decision\",\"team\":\"" + seat.team()
                                    + "\",\"category\":\"MODEL\",\"title\":\"Pick one of a thousand\"}")
                    .body();
            String imports = "/api/v1/decisions/" + field(filed, "key") + "/imports";
            long begun = System.nanoTime();
            String started = wire.call(
                            "POST", imports, seat.authorToken(), "", "{\"tracker\":\"local\",\"experiments\":[\"1\"]}")
                    .body();
            String one = imports + "/" + field(started, "id") + "?limit=1";
            String body = started;
            while (body.contains("\"OPEN\"")) {
                Thread.sleep(POLL_MILLIS);
                body = wire.call("GET", one, seat.authorToken(), "", null).body();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            long histories = count(connection);
            boolean met = body.contains("\"DONE\"") && histories == (long) RUNS * METRICS && seconds <= WANTED_SECONDS;
            System.out.printf(
                    Locale.ROOT,
                    "bench: import of %s runs, %d histories, %d values in %.1f s (%.0f runs/s), %d MB resident  wanted ≤ %.0f s  %s%n",
                    field(body, "imported"),
                    histories,
                    histories * STEPS,
                    seconds,
                    RUNS / seconds,
                    service.residentMegabytes(),
                    WANTED_SECONDS,
                    met ? "met" : "missed");
            return met;
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from metric_history")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^,\"}]+)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }
}
