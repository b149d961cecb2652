package org.probatum.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What the deploy gate takes to answer among a million published decisions: {@code -Dbench.main=org.probatum.bench.AdmissionScale}.
 * Each covers its record and one artifact, one in ten was revoked, and one in four rests on an acceptance and a waiver.
 */
public final class AdmissionScale {
    private static final int DECISIONS = 1_000_000;
    private static final int WARM = 10_000;
    private static final int ASKED = 5_000;
    private static final double MOST = 5;
    private static final String ARTIFACT = "'sha256:' || md5('a' || n) || md5('b' || n)";

    private final Wire wire;
    private final String token;
    private final SplittableRandom random = new SplittableRandom(20261126);

    private AdmissionScale(Wire wire, String token) {
        this.wire = wire;
        this.token = token;
    }

    public static void main(String... args) throws Exception {
        Settings settings = Settings.read();
        boolean within;
        try (Database database = Database.fresh(settings.data(), false);
                Service service = Service.start(settings, database.environment());
                Connection connection = database.connect("postgres")) {
            People.Seat seat = People.seat(connection, 4).get(0);
            fill(connection, filed(service, seat));
            try (Wire wire = new Wire(service.port())) {
                within = new AdmissionScale(wire, seat.authorToken()).measure(connection);
            }
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

    /** Past the service, in the tables' real shapes but for the record's document, which no admission reads. */
    private static void fill(Connection connection, String key) throws SQLException {
        run(
                connection,
                "set session_replication_role = replica",
                "create temp table like_it as select * from decision where key = '" + key + "'",
                "update like_it set stage = 'PUBLISHED', task_id = null, material = '{}'");
        for (int from = 1; from <= DECISIONS; from += DECISIONS / 10) {
            String some = "generate_series(" + from + ", " + (from + DECISIONS / 10 - 1) + ") n";
            run(
                    connection,
                    "insert into decision select (jsonb_populate_record(l, jsonb_build_object('id', n + 1000000, 'key',"
                            + " split_part(l.key, '-', 1) || '-' || (n + 1000000), 'validity',"
                            + " case when n % 10 = 0 then 'REVOKED' else 'HOLDS' end))).* from like_it l, " + some,
                    "insert into record (decision_id, key, title, team_id, category, published_at, digest, document, words)"
                            + " select n + 1000000, split_part(l.key, '-', 1) || '-' || (n + 1000000), l.title, l.team_id,"
                            + " l.category, now(), 'sha256:' || md5('r' || n) || md5('s' || n), '{}', '' from like_it l, "
                            + some,
                    "insert into record_subject (digest, decision_id, name) select 'sha256:' || md5('r' || n) || md5('s'"
                            + " || n), n + 1000000, 'record' from " + some + " union all select " + ARTIFACT
                            + ", n + 1000000, 'trees/model.bin' from " + some,
                    "insert into acceptance (id, decision_id, team_id, risk_id, risk_digest, level, points, accepted_by,"
                            + " accepted_at, expires_on, reason) select n + 1000000, n + 1000000, l.team_id, 'drift',"
                            + " 'sha256:', 'HIGH', 12, l.author_id, now(), current_date + 30, 'Seen' from like_it l, "
                            + some + " where n % 4 = 0",
                    "insert into waiver (id, decision_id, gate, requirement, found, granted_by, granted_at, expires_on,"
                            + " reason) select n + 1000000, n + 1000000, 'VERIFICATION', 'verification.checklist', '',"
                            + " l.author_id, now(), current_date + 20, 'Seen' from like_it l, " + some
                            + " where n % 4 = 0");
        }
        run(connection, "set session_replication_role = origin", "vacuum analyze", "checkpoint");
    }

    private boolean measure(Connection connection) throws Exception {
        for (int i = 0; i < WARM; i++) {
            once();
        }
        double[] millis = new double[ASKED];
        int admitted = 0;
        for (int i = 0; i < ASKED; i++) {
            long begun = System.nanoTime();
            admitted += once() ? 1 : 0;
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%n%s records, %s subjects; %d of %d asked for are admitted%n",
                value(connection, "select count(*) from record"),
                value(connection, "select count(*) from record_subject"),
                admitted,
                ASKED);
        System.out.printf("admission, ms: p50 %.2f, p99 %.2f%n", millis[ASKED / 2], millis[ASKED * 99 / 100]);
        boolean within = millis[ASKED * 99 / 100] <= MOST && admitted > ASKED / 2 && admitted < ASKED;
        System.out.println(within ? "bench: p99 within " + MOST + " ms" : "bench: p99 beyond " + MOST + " ms");
        return within;
    }

    private boolean once() throws Exception {
        int n = random.nextInt(DECISIONS * 11 / 10) + 1;
        String subject = "sha256:" + Hash.md5("a" + n) + Hash.md5("b" + n);
        Wire.Answer answer =
                wire.call("GET", "/api/v1/admissions?environment=production&subject=" + subject, token, "", null);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer.body().contains("\"admitted\":true");
    }

    /** As PostgreSQL's md5() makes digests up. */
    private static final class Hash {
        static String md5(String text) throws Exception {
            byte[] digest = java.security.MessageDigest.getInstance("MD5")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest);
        }
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
