package org.probatum.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.probatum.people.Secret;

/** The teams and their people, put straight into the database: each with a token and no password. */
final class People {
    private static final int AUTHORS = 8;
    private static final String[] TEAMS = {"scoring", "ranking", "vision", "speech"};
    private static final String[] SCOPES = {"read", "file", "review"};

    /** The tokens of a team's people; the author is the client's own. */
    record Seat(String team, String author, String authorToken, String firstReviewer, String secondReviewer) {}

    private final Connection database;

    private People(Connection database) {
        this.database = database;
    }

    /** Adds them and tells who works for each client; clients take the teams in turn. */
    static List<Seat> seat(Connection database, int clients) throws SQLException {
        People people = new People(database);
        List<List<Seat>> teams = new ArrayList<>();
        for (int i = 0; i < TEAMS.length; i++) {
            teams.add(people.team(TEAMS[i], "T" + (char) ('A' + i)));
        }
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            List<Seat> team = teams.get(i % TEAMS.length);
            seats.add(team.get(i / TEAMS.length % team.size()));
        }
        return seats;
    }

    private List<Seat> team(String slug, String prefix) throws SQLException {
        long team = nextId();
        insert(
                "insert into team (id, slug, prefix, name, tolerance, appetite, zone) values (?, ?, ?, ?, ?, ?, ?)",
                team,
                slug,
                prefix,
                slug,
                "MEDIUM",
                60,
                "UTC");
        String first = person(team, slug + "-reviewer-1", "REVIEWER,PUBLISHER", "SECURITY,PERFORMANCE");
        String second = person(team, slug + "-reviewer-2", "REVIEWER,PUBLISHER", "OPERABILITY,MAINTAINABILITY");
        person(team, slug + "-owner", "REVIEWER,RISK_OWNER", "OPERABILITY");
        List<Seat> seats = new ArrayList<>();
        for (int i = 1; i <= AUTHORS; i++) {
            String author = slug + "-author-" + i;
            seats.add(new Seat(slug, author, person(team, author, "MEMBER", ""), first, second));
        }
        return seats;
    }

    private String person(long team, String username, String roles, String competences) throws SQLException {
        long id = nextId();
        insert(
                "insert into person (id, username, name, email, competences) values (?, ?, ?, ?, ?)",
                id,
                username,
                username,
                username + "@example.org",
                competences.isEmpty() ? new String[0] : competences.split(","));
        insert("insert into membership (team_id, person_id, roles) values (?, ?, ?)", team, id, roles.split(","));
        Secret secret = Secret.fresh("prb_");
        Instant now = Instant.now();
        insert(
                "insert into api_token (id, secret_hash, person_id, name, scopes, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                nextId(),
                secret.hash(),
                id,
                "bench",
                SCOPES,
                Timestamp.from(now),
                Timestamp.from(now.plus(Duration.ofDays(1))));
        return secret.words();
    }

    private long nextId() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select nextval('people_seq')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof String[] texts) {
                    statement.setArray(i + 1, database.createArrayOf("text", texts));
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.executeUpdate();
        }
    }
}
