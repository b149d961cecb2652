package org.probatum.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Gate;
import org.probatum.decision.Stage;
import org.probatum.people.Actor;

/** What waits for somebody, oldest due first: two index scans, however many items are open. */
@ApplicationScoped
public class Inbox {
    private static final int COUNTED = 100;
    private static final String MINE = """
            from (
                (select w.id, w.kind, w.slot, w.due_at, w.decision_id, whose.absent, w.subject, w.subject_id
                 from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as whose (person_id, team_id, absent)
                 cross join lateral (
                     select * from work_item i where i.person_id = whose.person_id
                     and (whose.team_id is null or i.team_id = whose.team_id)
                     and (whose.absent is null or (i.kind not in ('STAGE', 'FOLLOW_UP') and not (i.excluded @> array[?::bigint])
                                                   and not (i.excluded @> array[whose.absent])))
                     and (?::text is null or i.kind = ?) and (i.due_at, i.id) > (?, ?)
                     order by i.due_at, i.id limit ?) w)
                union all
                (select w.id, w.kind, w.slot, w.due_at, w.decision_id, fits.absent, w.subject, w.subject_id
                 from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[]) as fits (team_id, slot, absent, barred)
                 cross join lateral (
                     select * from work_item i where i.team_id = fits.team_id and i.slot = fits.slot
                     and (fits.absent is null or i.kind <> 'CONFIRM')
                     and not (i.excluded && fits.barred::bigint[]) and (?::text is null or i.kind = ?)
                     and (i.due_at, i.id) > (?, ?)
                     order by i.due_at, i.id limit ?) w)
            ) w
            """;
    private static final String LIST =
            "select w.id, w.kind, w.slot, w.due_at, d.key, d.title, d.stage, t.name, w.absent, w.subject, w.subject_id "
                    + MINE
                    + " join decision d on d.id = w.decision_id join team t on t.id = d.team_id order by w.due_at, w.id limit ?";
    /** The frame of every page shows both numbers; asked for together they cost one statement. */
    private static final String COUNT = "select count(*), count(*) filter (where w.due_at < ?), (select count(*) from"
            + " (select from notification n where n.person_id = ? and n.read_at is null limit " + COUNTED + ") u),"
            + " count(*) filter (where w.kind = 'ESCALATION') "
            + MINE;

    /** Whom the actor would act for. */
    public record Absent(String username, String name) {}

    /** A line of the inbox. */
    public record Line(
            long id,
            WorkKind kind,
            @Nullable String slot,
            Instant dueAt,
            String key,
            String title,
            Stage stage,
            String team,
            @Nullable Absent onBehalfOf,
            @Nullable String subject,
            @Nullable Long subjectId) {
        /** The gate the decision's stage leads to; null when there is none. */
        public @Nullable Gate gate() {
            return stage.gate();
        }
    }

    /** What a list is narrowed to: one kind of work, one team; null narrows nothing. */
    public record Narrowing(
            @Nullable WorkKind kind, @Nullable Long teamId) {
        /** Everything. */
        public static final Narrowing NONE = new Narrowing(null, null);
    }

    /** How much waits, how much of it is late, what is unread, how much are escalations; counting stops at {@value #COUNTED}. */
    public record Count(int open, int late, int unread, int escalations) {}

    private final AgroalDataSource database;

    Inbox(AgroalDataSource database) {
        this.database = database;
    }

    /** What waits for the actor, after a place in the list (the due time and id of the last line seen). */
    public List<Line> lines(Actor actor, Instant afterDue, long afterId, int limit) {
        return lines(actor, Narrowing.NONE, afterDue, afterId, limit);
    }

    /** What waits for the actor and is of one kind or team, after a place in the list. */
    public List<Line> lines(Actor actor, Narrowing to, Instant afterDue, long afterId, int limit) {
        return ask(LIST, 1, actor, to, afterDue, afterId, limit, (statement, next) -> {
            statement.setInt(next, limit);
            List<Line> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(new Line(
                            row.getLong(1),
                            WorkKind.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getTimestamp(4).toInstant(),
                            row.getString(5),
                            row.getString(6),
                            Stage.valueOf(row.getString(7)),
                            row.getString(8),
                            absent(actor, row.getLong(9)),
                            row.getString(10),
                            row.getObject(11, Long.class)));
                }
            }
            return lines;
        });
    }

    /** How much waits for the actor now. */
    public Count count(Actor actor, Instant now) {
        return ask(COUNT, 3, actor, Narrowing.NONE, Instant.EPOCH, 0, COUNTED, (statement, next) -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setLong(2, actor.id());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Count(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
            }
        });
    }

    /** Reads an answer off a statement whose parameters before the given one are set. */
    private interface Reading<T> {
        T read(PreparedStatement statement, int next) throws SQLException;
    }

    private <T> T ask(
            String sql,
            int first,
            Actor actor,
            Narrowing to,
            Instant afterDue,
            long afterId,
            int limit,
            Reading<T> reading) {
        Waiting waiting = Waiting.of(actor, to.teamId());
        String kind = to.kind() == null ? null : to.kind().name();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = first;
            for (Object[] column : waiting.whose()) {
                statement.setArray(next++, connection.createArrayOf("bigint", column));
            }
            statement.setLong(next++, actor.id());
            next = page(statement, next, kind, afterDue, afterId, limit);
            statement.setArray(next++, connection.createArrayOf("bigint", waiting.teams()));
            statement.setArray(next++, connection.createArrayOf("text", waiting.slots()));
            statement.setArray(next++, connection.createArrayOf("bigint", waiting.absent()));
            statement.setArray(next++, connection.createArrayOf("text", waiting.barred()));
            next = page(statement, next, kind, afterDue, afterId, limit);
            return reading.read(statement, next);
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox could not be read", e);
        }
    }

    private static int page(
            PreparedStatement statement, int first, @Nullable String kind, Instant afterDue, long afterId, int limit)
            throws SQLException {
        statement.setString(first, kind);
        statement.setString(first + 1, kind);
        statement.setTimestamp(first + 2, Timestamp.from(afterDue));
        statement.setLong(first + 3, afterId);
        statement.setInt(first + 4, limit);
        return first + 5;
    }

    private static @Nullable Absent absent(Actor actor, long id) {
        return actor.standsFor().stream()
                .filter(person -> person.id() == id)
                .findFirst()
                .map(person -> new Absent(person.username(), person.name()))
                .orElse(null);
    }
}
