package org.probatum.risk;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.PlatformRole;
import org.probatum.people.StandIn;
import org.probatum.people.TeamRole;
import org.probatum.people.Voice;

/** Lists of escalations as somebody may see them: two statements, whatever number there are. */
@ApplicationScoped
public class EscalationLists {
    /** Which are wanted. */
    public enum Whose {
        /** Those that have reached the actor, and those the actor answered. */
        MINE,
        /** Those of every team the actor sees. */
        ALL
    }

    /** What a list is narrowed to: whose, one team by its short name, one decision by its key, one escalation. */
    public record Narrowing(
            Whose whose,
            @Nullable String team,
            @Nullable String key,
            @Nullable Long id) {}

    private static final String ROWS = """
            select e.*, d.key as decision_key, d.title as decision_title, d.stage, d.editors || d.producers as barred, t.slug, t.name as team_name,
                   p.name as person, a.name as assigned
            from escalation e join decision d on d.id = e.decision_id join team t on t.id = e.team_id
            left join person p on p.id = e.person_id left join person a on a.id = e.assigned_to
            where (?::bigint is null or e.id = ?) and (?::text is null or t.slug = ?) and (?::text is null or d.key = ?)
              and (? or e.team_id = any (?))
            """;
    private static final String STANDING = ROWS + """
              and e.state in ('OPEN', 'REFUSED')
              and (? or not (d.editors || d.producers) && ?::bigint[] and (
                   e.level = 'RISK_OWNER' and (e.person_id = any (?::bigint[]) or e.person_id is null) and e.team_id = any (?)
                   or e.level = 'LEAD' and e.team_id = any (?) or e.level = 'PLATFORM_OWNER' and ?))
              and (e.due_at, e.id) > (?, ?) order by e.due_at, e.id limit ?
            """;
    private static final String ENDED = ROWS + """
              and e.state in ('ANSWERED', 'CLOSED')
              and (? or exists (select from escalation_answer x where x.escalation_id = e.id and x.answered_by = ?))
              and (e.ended_at, e.id) < (?, ?) order by e.ended_at desc, e.id desc limit ?
            """;

    private final AgroalDataSource database;
    private final EscalationAnswers answers;

    EscalationLists(AgroalDataSource database, EscalationAnswers answers) {
        this.database = database;
        this.answers = answers;
    }

    /** Those that stand, the earliest due first, after a place in the list. */
    public List<EscalationRow> standing(Actor actor, Narrowing to, Instant afterDue, long afterId, int limit) {
        return ask(STANDING, actor, to, (connection, statement, next) -> {
            statement.setBoolean(next++, to.whose() == Whose.ALL);
            statement.setArray(next++, voices(connection, actor));
            statement.setArray(next++, voices(connection, actor));
            statement.setArray(next++, teams(connection, actor, TeamRole.RISK_OWNER));
            statement.setArray(next++, teams(connection, actor, TeamRole.LEAD));
            statement.setBoolean(next++, actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER));
            page(statement, next, afterDue, afterId, limit);
        });
    }

    /** Those that are over, the last first, before a place in the list. */
    public List<EscalationRow> ended(Actor actor, Narrowing to, Instant before, long beforeId, int limit) {
        return ask(ENDED, actor, to, (connection, statement, next) -> {
            statement.setBoolean(next++, to.whose() == Whose.ALL);
            statement.setLong(next++, actor.id());
            page(statement, next, before, beforeId, limit);
        });
    }

    /** One of them. */
    public Optional<EscalationRow> one(Actor actor, long id) {
        Narrowing to = new Narrowing(Whose.ALL, null, null, id);
        List<EscalationRow> found = new ArrayList<>(standing(actor, to, Instant.EPOCH, 0, 1));
        if (found.isEmpty()) {
            found.addAll(ended(actor, to, Instant.parse("9999-01-01T00:00:00Z"), 0, 1));
        }
        return found.stream().findFirst();
    }

    /** Sets the parameters that a list has of its own. */
    private interface Rest {
        void set(Connection connection, PreparedStatement statement, int next) throws SQLException;
    }

    private List<EscalationRow> ask(String sql, Actor actor, Narrowing to, Rest rest) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = 1;
            for (int twice = 0; twice < 2; twice++) {
                statement.setObject(next++, to.id(), java.sql.Types.BIGINT);
            }
            for (int twice = 0; twice < 2; twice++) {
                statement.setString(next++, to.team());
            }
            for (int twice = 0; twice < 2; twice++) {
                statement.setString(next++, to.key());
            }
            statement.setBoolean(next++, actor.seesEverything());
            statement.setArray(
                    next++,
                    connection.createArrayOf(
                            "bigint", actor.memberships().keySet().toArray()));
            rest.set(connection, statement, next);
            List<EscalationRow> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(EscalationRows.of(row));
                }
            }
            return answers.to(connection, rows);
        } catch (SQLException e) {
            throw new IllegalStateException("the escalations could not be read", e);
        }
    }

    private static void page(PreparedStatement statement, int next, Instant at, long id, int limit)
            throws SQLException {
        statement.setTimestamp(next, Timestamp.from(at));
        statement.setLong(next + 1, id);
        statement.setInt(next + 2, limit);
    }

    /** The actor, and whom they stand in for. */
    private static java.sql.Array voices(Connection connection, Actor actor) throws SQLException {
        return connection.createArrayOf(
                "bigint",
                Stream.concat(Stream.of(actor.id()), actor.standsFor().stream().map(StandIn::id))
                        .toArray());
    }

    private static java.sql.Array teams(Connection connection, Actor actor, TeamRole role) throws SQLException {
        return connection.createArrayOf(
                "bigint",
                actor.memberships().keySet().stream()
                        .filter(team -> Voice.all(actor, team).anyMatch(voice -> voice.holds(role, team)))
                        .toArray());
    }
}
