package org.probatum.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit's steps by prepared statements, where pgbench is not installed. */
final class LimitByJdbc {
    private static final Pattern PARAMETER = Pattern.compile(":(id|prev|eid)\\b");
    private static final long IDS_OF_A_CLIENT = 1_000_000_000L;

    private final Database database;
    private final int clients;

    LimitByJdbc(Database database, int clients) {
        this.database = database;
        this.clients = clients;
    }

    double stepsPerSecond(int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                long first = IDS_OF_A_CLIENT * i;
                work.add(() -> steps(first, deadline));
            }
            long steps = 0;
            for (Future<Long> done : threads.invokeAll(work)) {
                steps += done.get();
            }
            return steps / (double) seconds;
        } finally {
            threads.shutdownNow();
        }
    }

    private long steps(long first, long deadline) throws SQLException {
        try (Connection connection = database.connect("probatum_owner")) {
            connection.setAutoCommit(false);
            List<Prepared> statements = new ArrayList<>();
            for (String sql : Limit.STEP) {
                statements.add(Prepared.of(connection, sql));
            }
            long id = first;
            while (System.nanoTime() < deadline) {
                id++;
                long row = ThreadLocalRandom.current().nextLong(1, Limit.ROWS + 1L);
                for (Prepared statement : statements) {
                    statement.run(id, row);
                }
                connection.commit();
            }
            return id - first;
        }
    }

    /** A statement and which value each of its places takes. */
    private record Prepared(PreparedStatement statement, List<String> places) {
        static Prepared of(Connection connection, String sql) throws SQLException {
            List<String> places = new ArrayList<>();
            Matcher found = PARAMETER.matcher(sql);
            while (found.find()) {
                places.add(found.group(1));
            }
            return new Prepared(connection.prepareStatement(found.replaceAll("?")), places);
        }

        void run(long id, long row) throws SQLException {
            for (int i = 0; i < places.size(); i++) {
                statement.setLong(
                        i + 1,
                        switch (places.get(i)) {
                            case "id" -> id;
                            case "prev" -> id - 1;
                            default -> row;
                        });
            }
            statement.executeUpdate();
        }
    }
}
