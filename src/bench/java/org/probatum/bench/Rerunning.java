package org.probatum.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probatum.shared.Json;
import org.probatum.support.Trainer;

/**
 * What reruns cost beside the commands themselves: one alone, from its order to its verdict, and two hundred that two slots
 * work off, while somebody reads the inbox. Run by {@code ./mvnw -Pbench verify -Dbench.main=org.probatum.bench.Rerunning}.
 */
public final class Rerunning {
    private static final int RUNS = 200;
    private static final int SLOTS = 2;
    private static final String SECONDS = "2";
    private static final double WANTED_BUSY = 0.95;
    private static final double WANTED_OVERHEAD_MILLIS = 300;
    private static final int POLL_MILLIS = 100;

    private Rerunning() {}

    public static void main(String... args) throws Exception {
        Settings settings = Settings.read();
        boolean met;
        try (Database database = Database.fresh(settings.data(), false);
                Connection connection = database.connect("postgres")) {
            Map<String, String> environment = new LinkedHashMap<>(database.environment());
            environment.put("PROBATUM_RERUNS_FILES", Trainer.ROOT.toString());
            environment.put(
                    "PROBATUM_RERUNS_HOME",
                    Trainer.ROOT.resolveSibling("bench-reruns").toString());
            environment.put("PROBATUM_RERUNS_AT_ONCE", String.valueOf(SLOTS));
            try (Service service = Service.start(settings, environment)) {
                met = measure(service, connection, People.seat(connection, 1).get(0));
            }
        }
        System.exit(met ? 0 : 1);
    }

    private static boolean measure(Service service, Connection connection, People.Seat seat) throws Exception {
        try (Wire wire = new Wire(service.port())) {
            Trainer trainer = Trainer.fresh();
            String key = filed(wire, seat, trainer);
            boolean quick = alone(wire, connection, seat, key);
            order(
                    wire,
                    seat,
                    key,
                    IntStream.rangeClosed(1, RUNS)
                            .mapToObj(i -> "\"inline:run-" + i + "\"")
                            .collect(Collectors.joining(",")));
            long asked = 0;
            long spent = 0;
            while (number(connection, "select count(*) from rerun where state <> 'OVER'") > 0) {
                long begun = System.nanoTime();
                wire.call("GET", "/api/v1/inbox", seat.authorToken(), "", null);
                spent += System.nanoTime() - begun;
                asked++;
                Thread.sleep(POLL_MILLIS);
            }
            String many =
                    " from rerun where launch is not null and run_id in (select id from run where name like 'run-%')";
            double busy = number(connection, "select sum(extract(epoch from ended_at - started_at))" + many)
                    / (SLOTS * number(connection, "select extract(epoch from max(ended_at) - min(started_at))" + many));
            double passed = number(connection, "select count(*) from rerun_verdict where verdict = 'BITWISE'");
            System.out.printf(
                    Locale.ROOT,
                    "bench: %d reruns of %s s over %d slots, busy %.1f %%, %.0f equal bit for bit, inbox %.1f ms meanwhile  wanted ≥ %.0f %%  %s%n",
                    RUNS,
                    SECONDS,
                    SLOTS,
                    busy * 100,
                    passed,
                    spent / 1e6 / asked,
                    WANTED_BUSY * 100,
                    busy >= WANTED_BUSY ? "met" : "missed");
            return quick && busy >= WANTED_BUSY && passed == RUNS + 6;
        }
    }

    private static String filed(Wire wire, People.Seat seat, Trainer trainer) throws IOException {
        String answer = wire.call(
                        "POST",
                        "/api/v1/decisions",
                        seat.authorToken(),
                        "",
                        "{\"apiVersion\":\"probatum/v1\",\"kind\":\"Decision\",\"team\":\"" + seat.team()
                                + "\",\"category\":\"MODEL\",\"title\":\"Run two hundred again\"}")
                .body();
        String key = Json.read(answer, ObjectNode.class).path("key").asText();
        for (int i = 0; i <= RUNS; i++) {
            ObjectNode run = trainer.run("run-" + i, "trees", 7);
            ((ObjectNode) run.get("invocation")).withArray("command").add(i == 0 ? "0" : SECONDS);
            int status = wire.call(
                            "POST", "/api/v1/decisions/" + key + "/runs", seat.authorToken(), "", Json.write(run))
                    .status();
            if (status != 201) {
                throw new IllegalStateException("run " + i + " was answered " + status);
            }
        }
        return key;
    }

    private static void order(Wire wire, People.Seat seat, String key, String references) throws IOException {
        Wire.Answer answer = wire.call(
                "POST",
                "/api/v1/decisions/" + key + "/reruns",
                seat.authorToken(),
                "",
                "{\"runs\":[" + references + "]}");
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** From the order to the verdict, less what the command itself took; the least of five, the first of them not counted. */
    private static boolean alone(Wire wire, Connection connection, People.Seat seat, String key) throws Exception {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 6; i++) {
            order(wire, seat, key, "\"inline:run-0\"");
            while (number(connection, "select count(*) from rerun where state <> 'OVER'") > 0) {
                Thread.sleep(5);
            }
            double millis = number(
                    connection,
                    "select 1000 * extract(epoch from (v.judged_at - r.ordered_at) - (r.ended_at - r.started_at))"
                            + " from rerun r join rerun_verdict v on v.rerun_id = r.id order by r.id desc limit 1");
            least = i == 0 ? least : Math.min(least, millis);
        }
        System.out.printf(
                Locale.ROOT,
                "bench: one rerun takes %.0f ms more than its command, fetching and judging included  wanted ≤ %.0f ms  %s%n",
                least,
                WANTED_OVERHEAD_MILLIS,
                least <= WANTED_OVERHEAD_MILLIS ? "met" : "missed");
        return least <= WANTED_OVERHEAD_MILLIS;
    }

    private static double number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
