package org.probatum.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.tree.Frontier;
import org.probatum.log.tree.FullTile;
import org.probatum.log.tree.Growth;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;

/**
 * What the log takes: how fast events become leaves while people go on working, how long a hundred thousand leaves take to verify,
 * and what a proof costs among ten million: {@code -Dbench.main=org.probatum.bench.LogScale}.
 */
public final class LogScale {
    private static final int EVENTS = 100_000;
    private static final int PER_SECOND = 2_000;
    private static final int AUDIT_SECONDS = 10;
    private static final long LEAVES = 10_000_000;
    private static final int WARM = 10_000;
    private static final int PROOFS = 5_000;
    private static final double PROOF_MILLIS = 5;

    private final Settings settings;
    private final List<String> missed = new ArrayList<>();

    private LogScale(Settings settings) {
        this.settings = settings;
    }

    public static void main(String... args) throws Exception {
        LogScale scale = new LogScale(Settings.read());
        scale.takeIn();
        scale.prove();
        System.out.println(scale.missed.isEmpty() ? "bench: all within" : "bench: missed " + scale.missed);
        System.exit(scale.missed.isEmpty() ? 0 : 1);
    }

    private void takeIn() throws Exception {
        try (Database database = Database.fresh(settings.data(), false);
                Service service = Service.start(settings, database.environment());
                Connection connection = database.connect("postgres")) {
            People.Seat seat = People.seat(connection, 4).get(0);
            try (Wire wire = new Wire(service.port())) {
                for (int i = 0; i < 300; i++) {
                    work(wire, seat, i);
                }
                double[] alone = new double[400];
                for (int i = 0; i < alone.length; i++) {
                    alone[i] = work(wire, seat, i);
                }
                say("a decision filed and read, nothing else happening", alone);
            }
            awaitAllTaken(connection);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<double[]> meanwhile = CompletableFuture.supplyAsync(() -> workUntil(over, service, seat));
            int before = count(connection, "select count(*) from log_leaf");
            long begun = System.nanoTime();
            happen(connection);
            awaitAllTaken(connection);
            double seconds = (System.nanoTime() - begun) / 1e9;
            int taken = count(connection, "select max(size) from log_checkpoint") - before;
            over.set(true);
            say("the same while leaves are taken in", meanwhile.join());
            System.out.printf(
                    "%d leaves taken in and signed in %.1f s, writing their events included: %.0f a second%n",
                    taken, seconds, taken / seconds);
            within("leaves a second", taken / seconds >= PER_SECOND);
            verify(service, connection, seat);
        }
    }

    private void verify(Service service, Connection connection, People.Seat seat) throws Exception {
        change(
                connection,
                "update person set platform_roles = '{AUDITOR}' where username = '" + seat.team() + "-reviewer-1'");
        String token = "A".repeat(22);
        HttpResponse<String> asked = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/log/integrity"))
                                .header("Authorization", "Bearer " + seat.firstReviewer())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", "probatum-csrf=" + token)
                                .POST(HttpRequest.BodyPublishers.ofString("csrf-token=" + token))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (asked.statusCode() != 303) {
            throw new IllegalStateException(asked.statusCode() + " " + asked.body());
        }
        while (count(connection, "select count(*) from log_audit where ended_at is null") > 0) {
            Thread.sleep(50);
        }
        int looked = count(connection, "select looked_at from log_audit");
        int millis =
                count(connection, "select cast(1000 * extract(epoch from ended_at - asked_at) as int) from log_audit");
        System.out.printf(
                "%d leaves verified by the server in %.1f s, %d findings%n",
                looked,
                millis / 1e3,
                count(connection, "select jsonb_array_length(report -> 'findings') from log_audit"));
        within("an audit", millis <= 1000 * AUDIT_SECONDS * (looked / (double) EVENTS) && looked >= EVENTS);
    }

    /** Copies of what the decisions have gone through, in transactions of a hundred as a busy service commits them. */
    private static void happen(Connection connection) throws SQLException {
        for (int from = 0; from < EVENTS; from += 100) {
            change(
                    connection,
                    "insert into decision_event (id, decision_id, seq, at, type, actor_id, summary, payload)"
                            + " select 100000000 + n, e.decision_id, 1000 + n, now(), e.type, e.actor_id, e.summary, e.payload"
                            + " from generate_series(" + (from + 1) + ", " + (from + 100) + ") n,"
                            + " (select * from decision_event where type = 'Filed' order by id limit 1) e");
        }
    }

    private static double[] workUntil(AtomicBoolean over, Service service, People.Seat seat) {
        List<Double> millis = new ArrayList<>();
        try (Wire wire = new Wire(service.port())) {
            for (int i = 0; !over.get(); i++) {
                millis.add(work(wire, seat, i));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A decision filed and read again: milliseconds. */
    private static double work(Wire wire, People.Seat seat, int n) throws Exception {
        long begun = System.nanoTime();
        Wire.Answer filed = wire.call("POST", "/api/v1/decisions", seat.authorToken(), "", Documents.decision(seat, n));
        String key = filed.body().replaceAll("(?s).*\"key\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        Wire.Answer read = wire.call("GET", "/api/v1/decisions/" + key, seat.authorToken(), "", null);
        if (filed.status() != 201 || read.status() != 200) {
            throw new IllegalStateException(filed.status() + " " + filed.body() + " " + read.status());
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private void prove() throws Exception {
        try (Database database = Database.fresh(settings.data(), false)) {
            // Once for the tables.
            Service.start(settings, database.environment()).close();
            String token;
            try (Connection connection = database.connect("postgres")) {
                token = People.seat(connection, 1).get(0).authorToken();
                fill(connection);
            }
            try (Service service = Service.start(settings, database.environment());
                    Wire wire = new Wire(service.port())) {
                SplittableRandom random = new SplittableRandom(20261126);
                for (int i = 0; i < WARM; i++) {
                    proof(wire, token, random.nextLong(LEAVES));
                }
                double[] millis = new double[PROOFS];
                for (int i = 0; i < PROOFS; i++) {
                    millis[i] = proof(wire, token, random.nextLong(LEAVES));
                }
                say("a proof among " + LEAVES + " leaves, over HTTP", millis);
                within("proofs", millis[PROOFS * 99 / 100] <= PROOF_MILLIS);
            }
        }
    }

    private static double proof(Wire wire, String token, long leaf) throws Exception {
        long begun = System.nanoTime();
        Wire.Answer answer = wire.call("GET", "/log/proof/" + leaf, token, "", null);
        double millis = (System.nanoTime() - begun) / 1e6;
        if (answer.status() != 200 || !answer.body().contains("index " + leaf + "\n")) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return millis;
    }

    /** The tree as the sequencer would have stored it, and of its leaves those whose tile is not full: no proof reads others. */
    private static void fill(Connection connection) throws SQLException {
        change(
                connection,
                "set session_replication_role = replica",
                "truncate log_leaf, log_tile, log_checkpoint, log_cosignature");
        Frontier edge = Frontier.EMPTY;
        List<Hash> last = List.of();
        try (PreparedStatement insert = connection.prepareStatement("insert into log_tile values (?, ?, ?, ?)")) {
            for (long from = 0; from < LEAVES; from += 25_600) {
                last = new ArrayList<>();
                for (long leaf = from; leaf < Math.min(LEAVES, from + 25_600); leaf++) {
                    last.add(Hashes.leaf(("leaf " + leaf).getBytes(StandardCharsets.UTF_8)));
                }
                Growth growth = edge.append(last);
                for (FullTile tile : growth.full()) {
                    insert.setInt(1, tile.level());
                    insert.setLong(2, tile.index());
                    insert.setBytes(3, Hashes.join(tile.hashes()));
                    insert.setBytes(4, tile.root().bytes());
                    insert.addBatch();
                }
                insert.executeBatch();
                edge = growth.after();
            }
        }
        int open = (int) (LEAVES % 256);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into log_leaf values (?, 'log', ?, '{}', ?)")) {
            for (int i = 0; i < open; i++) {
                insert.setLong(1, LEAVES - open + i);
                insert.setLong(2, i);
                insert.setBytes(3, last.get(last.size() - open + i).bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        Checkpoint checkpoint = new Checkpoint(Database.LOG_KEY.key().name(), LEAVES, edge.root());
        try (PreparedStatement insert = connection.prepareStatement("insert into log_checkpoint values (?, ?, ?, ?)")) {
            insert.setLong(1, LEAVES);
            insert.setBytes(2, edge.root().bytes());
            insert.setString(3, Database.LOG_KEY.sign(checkpoint.text()).format());
            insert.setTimestamp(4, Timestamp.from(Instant.now()));
            insert.executeUpdate();
        }
        change(connection, "set session_replication_role = origin", "vacuum analyze", "checkpoint");
    }

    private static void awaitAllTaken(Connection connection) throws Exception {
        while (count(connection, "select count(*) from log_pending") > 0) {
            Thread.sleep(20);
        }
    }

    private static void say(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s, ms: p50 %.1f, p99 %.1f (%d)%n",
                what, millis[millis.length / 2], millis[millis.length * 99 / 100], millis.length);
    }

    private void within(String what, boolean holds) {
        if (!holds) {
            missed.add(what);
        }
    }

    private static int count(Connection connection, String sql) throws SQLException {
        return (int) Database.count(connection, sql);
    }

    private static void change(Connection connection, String... commands) throws SQLException {
        for (String sql : commands) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
