package org.probatum.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What "who depends on it?" costs among a million runs of twenty thousand decisions:
 * {@code -Dbench.main=org.probatum.bench.LineageScale}. One dataset lies under one decision in ten; the others under twenty.
 */
public final class LineageScale {
    private static final int DECISIONS = 20_000;
    private static final int RUNS_EACH = 50;
    private static final int WARM = 60;
    private static final int ASKED = 100;
    private static final double MOST = 100;
    private static final String HOT = "sha256:" + "f".repeat(64);

    private final Service service;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();

    private LineageScale(Service service, String token) {
        this.service = service;
        this.token = token;
    }

    public static void main(String... args) throws Exception {
        Settings settings = Settings.read();
        boolean within;
        try (Database database = Database.fresh(settings.data(), false);
                Service service = Service.start(settings, database.environment());
                Connection connection = database.connect("postgres")) {
            People.Seat seat = People.seat(connection, 4).get(0);
            String key = filed(service, seat);
            long begun = System.nanoTime();
            fill(connection, key);
            System.out.printf("bench: filled in %d s%n", (System.nanoTime() - begun) / 1_000_000_000L);
            within = new LineageScale(service, seat.authorToken()).measure(connection);
        }
        System.exit(within ? 0 : 1);
    }

    private static String filed(Service service, People.Seat seat) throws Exception {
        try (Wire wire = new Wire(service.port())) {
            String body = wire.call("POST", "/api/v1/decisions", seat.authorToken(), "", Documents.decision(seat, 1))
                    .body();
            return body.replaceAll("(?s).*\"key\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        }
    }

    /** Past the service, in the tables' real shapes; the triggers' work is done by the statements themselves. */
    private static void fill(Connection connection, String key) throws SQLException {
        run(connection, "set session_replication_role = replica");
        run(
                connection,
                "create temp table like_it as select * from decision where key = '" + key + "'",
                "update like_it set stage = 'PUBLISHED', task_id = null",
                "insert into decision select (jsonb_populate_record(l, jsonb_build_object('id', n + 1000000, 'key',"
                        + " split_part(l.key, '-', 1) || '-' || (n + 1000000), 'stage',"
                        + " (array['PUBLISHED', 'SCOPING', 'VERIFICATION', 'PUBLISHED'])[1 + n % 4]))).*"
                        + " from like_it l, generate_series(1, " + DECISIONS + ") n");
        for (int chunk = 0; chunk < 10; chunk++) {
            int from = chunk * DECISIONS / 10 + 1;
            String runs = "from generate_series(" + from + ", " + (from + DECISIONS / 10 - 1)
                    + ") n cross join generate_series(1, " + RUNS_EACH + ") r";
            run(
                    connection,
                    "insert into run (id, decision_id, name, digest, attached_by, attached_at, manifest) select"
                            + " n * 100 + r + 10000000, n + 1000000, 'seed-' || r, 'sha256:' || md5('a' || n * 100 + r)"
                            + " || md5('b' || n * 100 + r), l.author_id, now(), jsonb_build_object('name', 'seed-' || r) "
                            + runs + ", like_it l",
                    source("'DATASET'", "'sha256:' || md5('d' || n % 1000) || md5('e' || n % 1000)", "'CONTENT'", runs),
                    source("'DATASET'", "'" + HOT + "'", "'CONTENT'", runs + " where n % 10 = 0"),
                    source("'COMMIT'", "md5('c' || n % 5000) || left(md5('g' || n % 5000), 8)", "'CONTENT'", runs),
                    source("'ARTIFACT'", "'sha256:' || md5('f' || n * 100 + r) || md5('h' || r)", "'CONTENT'", runs),
                    source("'RUN'", "'sha256:' || md5('a' || n * 100 + r) || md5('b' || n * 100 + r)", "'SELF'", runs));
        }
        run(connection, "set session_replication_role = origin", "vacuum analyze run_source", "analyze");
    }

    private static String source(String kind, String value, String part, String runs) {
        return "insert into run_source (run_id, decision_id, kind, value, part, label) select n * 100 + r + 10000000,"
                + " n + 1000000, " + kind + ", " + value + ", " + part + ", 'one of many' " + runs;
    }

    private boolean measure(Connection connection) throws Exception {
        String commit = value(connection, "select md5('c' || 77) || left(md5('g' || 77), 8)");
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put(
                "dataset under 20 decisions",
                api(value(connection, "select 'sha256:' || md5('d' || 77) || md5('e' || 77)")));
        asked.put("dataset under 2,000 decisions", api(HOT));
        asked.put("the same, its last pages", api(HOT) + "&after=1000100");
        asked.put("commit, whole", api(commit));
        asked.put("commit, by seven digits", api(commit.substring(0, 7)));
        asked.put("artifact", api(value(connection, "select 'sha256:' || md5('f' || 7700) || md5('h' || 0)")));
        asked.put("run by its digest", api(value(connection, "select digest from run where id = 10007701")));
        asked.put("page of a dataset under 2,000", "/lineage?of=" + URLEncoder.encode(HOT, StandardCharsets.UTF_8));
        asked.put(
                "graph of a decision, 50 runs",
                "/api/v1/decisions/" + value(connection, "select key from decision where id = 1000077")
                        + "/lineage?grouped=true");
        System.out.printf(
                "%n%s runs, %s rows of what they rest on%n",
                value(connection, "select count(*) from run"), value(connection, "select count(*) from run_source"));
        System.out.printf("%-36s %10s %10s%n", "asked, ms", "p50", "p99");
        boolean within = true;
        for (Map.Entry<String, String> one : asked.entrySet()) {
            double[] times = times(one.getValue());
            System.out.printf("%-36s %10.1f %10.1f%n", one.getKey(), times[ASKED / 2], times[ASKED * 99 / 100]);
            within &= times[ASKED / 2] <= MOST;
        }
        System.out.println(within ? "bench: every answer within " + MOST + " ms" : "bench: beyond " + MOST + " ms");
        return within;
    }

    private static String api(String of) {
        return "/api/v1/dependents?of=" + URLEncoder.encode(of, StandardCharsets.UTF_8);
    }

    private double[] times(String path) throws Exception {
        for (int i = 0; i < WARM; i++) {
            once(path);
        }
        double[] millis = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            millis[i] = once(path);
        }
        Arrays.sort(millis);
        return millis;
    }

    private double once(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", path.startsWith("/api") ? "application/json" : "text/html")
                .build();
        long begun = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        // What no run rests on is answered too, and must be as quick.
        if (!List.of(200, 404).contains(answer.statusCode())) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Connection connection, String... commands) throws SQLException {
        for (String sql : commands) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
