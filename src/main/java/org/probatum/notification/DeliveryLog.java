package org.probatum.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.PlatformRole;
import org.probatum.people.TeamRole;
import org.probatum.shared.Problem;

/** What was sent, what waits and what never arrived; and the way to have the latter sent again. */
@ApplicationScoped
public class DeliveryLog {
    /** How many lines are shown. */
    public static final int SHOWN = 100;

    private static final String LINE = """
            select w.id, w.channel, w.content ->> 'topic', w.content ->> 'headline', w.content #>> '{happening,subject,key}',
                coalesce(e.url, p.name), e.id, t.slug, w.state, w.attempts, w.created_at, w.next_at, w.settled_at,
                w.status, w.reason
            from delivery w left join webhook_endpoint e on e.id = w.endpoint_id left join team t on t.id = e.team_id
            left join person p on p.id = w.person_id where
            """;

    /** Whose dead letters somebody sees: a lead those of the team's endpoints, a platform owner all. */
    private static final String THEIRS = " w.state = 'DEAD' and (:all or e.team_id = any(:teams)) ";

    private final EntityManager database;
    private final Clock clock;

    DeliveryLog(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A message and what became of it.
     *
     * @param to the endpoint's address, or a person's name
     * @param state WAITING, SENT or DEAD
     */
    public record Line(
            String id,
            String channel,
            String topic,
            String headline,
            String key,
            String to,
            @Nullable Long endpoint,
            @Nullable String team,
            String state,
            int attempts,
            Instant createdAt,
            Instant nextAt,
            @Nullable Instant settledAt,
            @Nullable Integer status,
            @Nullable String reason) {}

    /** The newest messages to an endpoint. */
    public List<Line> of(Endpoint endpoint) {
        return lines(database.createNativeQuery(
                        LINE + " w.endpoint_id = :endpoint order by w.created_at desc, w.id limit " + SHOWN)
                .setParameter("endpoint", endpoint.id())
                .getResultList());
    }

    /** The newest dead letters that the actor sees. */
    public List<Line> dead(Actor actor) {
        return lines(database.createNativeQuery(LINE + THEIRS + " order by w.settled_at desc, w.id limit " + SHOWN)
                .setParameter("all", seesAll(actor))
                .setParameter("teams", leads(actor))
                .getResultList());
    }

    /** Puts a dead letter, or all that the actor sees, back into the queue under the same id; says how many. */
    @Transactional
    public int replay(Actor actor, @Nullable String id) {
        int replayed = database.createNativeQuery("""
                        update delivery set state = 'WAITING', attempts = 0, next_at = :now, settled_at = null
                        where state = 'DEAD' and id in (select w.id from delivery w
                            left join webhook_endpoint e on e.id = w.endpoint_id
                            where (cast(:id as text) is null or w.id = :id) and
                        """ + THEIRS + ")")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .setParameter("all", seesAll(actor))
                .setParameter("teams", leads(actor))
                .executeUpdate();
        if (id != null && replayed == 0) {
            throw Problem.notFound("dead letter " + id);
        }
        return replayed;
    }

    private static boolean seesAll(Actor actor) {
        return actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER);
    }

    private static Long[] leads(Actor actor) {
        return actor.memberships().entrySet().stream()
                .filter(seat -> seat.getValue().contains(TeamRole.LEAD))
                .map(java.util.Map.Entry::getKey)
                .toArray(Long[]::new);
    }

    private static List<Line> lines(List<?> rows) {
        return rows.stream().map(row -> line((Object[]) row)).toList();
    }

    private static Line line(Object[] row) {
        return new Line(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                row[6] == null ? null : ((Number) row[6]).longValue(),
                (String) row[7],
                (String) row[8],
                ((Number) row[9]).intValue(),
                (Instant) row[10],
                (Instant) row[11],
                (Instant) row[12],
                row[13] == null ? null : ((Number) row[13]).intValue(),
                (String) row[14]);
    }
}
