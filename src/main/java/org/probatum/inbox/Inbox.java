package org.probatum.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Gate;
import org.probatum.decision.Stage;
import org.probatum.people.Actor;
import org.probatum.people.Competence;
import org.probatum.people.TeamRole;

/** What waits for somebody, oldest due first: two index scans, however many items are open. */
@ApplicationScoped
public class Inbox {
    private static final String MINE = """
            from (
                (select w.id, w.kind, w.slot, w.due_at, w.decision_id, w.subject, w.subject_id from work_item w
                 where w.person_id = ? and (?::text is null or w.kind = ?)
                   and (?::bigint is null or w.team_id = ?) and (w.due_at, w.id) > (?, ?) order by w.due_at, w.id limit ?)
                union all
                (select w.id, w.kind, w.slot, w.due_at, w.decision_id, w.subject, w.subject_id
                 from unnest(?::bigint[], ?::text[]) as fits (team_id, slot)
                 cross join lateral (
                     select * from work_item i where i.team_id = fits.team_id and i.slot = fits.slot
                     and not (i.excluded @> array[?::bigint]) and (?::text is null or i.kind = ?)
                     and (i.due_at, i.id) > (?, ?)
                     order by i.due_at, i.id limit ?) w)
            ) w
            """;
    private static final String LIST = "select w.id, w.kind, w.slot, w.due_at, d.key, d.title, d.stage, t.name,"
            + " w.subject, w.subject_id " + MINE
            + " join decision d on d.id = w.decision_id join team t on t.id = d.team_id order by w.due_at, w.id limit ?";
    private static final String COUNT = "select count(*), count(*) filter (where w.due_at < ?),"
            + " count(*) filter (where w.kind = 'ESCALATION') " + MINE;

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

    /** How much waits, how much of it is late, how much of it are escalations; counting stops at {@value #COUNTED}. */
    public record Count(int open, int late, int escalations) {}

    private static final int COUNTED = 100;

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
                            row.getString(9),
                            row.getObject(10, Long.class)));
                }
            }
            return lines;
        });
    }

    /** How much waits for the actor now. */
    public Count count(Actor actor, Instant now) {
        return ask(COUNT, 2, actor, Narrowing.NONE, Instant.EPOCH, 0, COUNTED, (statement, next) -> {
            statement.setTimestamp(1, Timestamp.from(now));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Count(row.getInt(1), row.getInt(2), row.getInt(3));
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
        List<Long> teams = new ArrayList<>();
        List<String> slots = new ArrayList<>();
        actor.memberships().forEach((team, roles) -> {
            if (to.teamId() == null || to.teamId().equals(team)) {
                slotsOf(actor, roles).forEach(slot -> {
                    teams.add(team);
                    slots.add(slot);
                });
            }
        });
        String kind = to.kind() == null ? null : to.kind().name();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = first;
            statement.setLong(next++, actor.id());
            statement.setString(next++, kind);
            statement.setString(next++, kind);
            statement.setObject(next++, to.teamId(), Types.BIGINT);
            statement.setObject(next++, to.teamId(), Types.BIGINT);
            statement.setTimestamp(next++, Timestamp.from(afterDue));
            statement.setLong(next++, afterId);
            statement.setInt(next++, limit);
            statement.setArray(next++, connection.createArrayOf("bigint", teams.toArray()));
            statement.setArray(next++, connection.createArrayOf("text", slots.toArray()));
            statement.setLong(next++, actor.id());
            statement.setString(next++, kind);
            statement.setString(next++, kind);
            statement.setTimestamp(next++, Timestamp.from(afterDue));
            statement.setLong(next++, afterId);
            statement.setInt(next++, limit);
            return reading.read(statement, next);
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox could not be read", e);
        }
    }

    private static List<String> slotsOf(Actor actor, Set<TeamRole> roles) {
        List<String> slots = new ArrayList<>();
        roles.stream().map(TeamRole::name).forEach(slots::add);
        actor.competences().stream().map(Competence::name).forEach(slots::add);
        return slots;
    }
}
