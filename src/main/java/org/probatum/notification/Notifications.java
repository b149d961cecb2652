package org.probatum.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;

/** What somebody was told here: unread first, then the newest. */
@ApplicationScoped
public class Notifications {
    private final EntityManager database;
    private final Clock clock;

    Notifications(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One of them. */
    public record Line(
            String id,
            Kind kind,
            String headline,
            String key,
            String title,
            String path,
            Instant at,
            @Nullable Instant readAt) {}

    /** The unread ones, newest first. */
    public List<Line> unread(Actor actor, int limit) {
        return ask(actor, " and read_at is null", limit);
    }

    /** The ones read before, newest first. */
    public List<Line> read(Actor actor, int limit) {
        return ask(actor, " and read_at is not null", limit);
    }

    /** Marks one as read; one that is not there, or somebody else's, is none of the actor's. */
    @Transactional
    public void markRead(Actor actor, List<String> ids) {
        database.createNativeQuery("update notification set read_at = :now where person_id = :person"
                        + " and read_at is null and id = any(:ids)")
                .setParameter("now", clock.instant())
                .setParameter("person", actor.id())
                .setParameter("ids", ids.toArray(String[]::new))
                .executeUpdate();
    }

    /** Marks as read everything that happened up to a time. */
    @Transactional
    public void markRead(Actor actor, Instant upTo) {
        database.createNativeQuery("update notification set read_at = :now where person_id = :person"
                        + " and read_at is null and at <= :upTo")
                .setParameter("now", clock.instant())
                .setParameter("person", actor.id())
                .setParameter("upTo", upTo)
                .executeUpdate();
    }

    private List<Line> ask(Actor actor, String which, int limit) {
        List<?> rows = database.createNativeQuery(
                        "select id, kind, headline, decision_key, title, path, at, read_at from notification"
                                + " where person_id = :person" + which + " order by at desc, id desc limit :limit")
                .setParameter("person", actor.id())
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(row -> line((Object[]) row)).toList();
    }

    private static Line line(Object[] row) {
        return new Line(
                (String) row[0],
                Kind.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (Instant) row[6],
                (Instant) row[7]);
    }
}
