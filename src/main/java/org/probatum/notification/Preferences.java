package org.probatum.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import org.probatum.people.Actor;

/** How people want to be told of what. Whoever has not said is told in every way there is. */
@ApplicationScoped
public class Preferences {
    /** Here, by mail, both or neither. */
    public record Ways(boolean inApp, boolean mail) {
        static final Ways ALL = new Ways(true, true);
    }

    private final EntityManager database;

    Preferences(EntityManager database) {
        this.database = database;
    }

    /** Of every kind. */
    public Map<Kind, Ways> of(Actor actor) {
        Map<Kind, Ways> ways = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            ways.put(kind, Ways.ALL);
        }
        for (Object row : database.createNativeQuery(
                        "select kind, in_app, mail from notification_preference where person_id = :person")
                .setParameter("person", actor.id())
                .getResultList()) {
            Object[] said = (Object[]) row;
            ways.put(Kind.valueOf((String) said[0]), new Ways((Boolean) said[1], (Boolean) said[2]));
        }
        return ways;
    }

    /** Sets those kinds that are named. */
    @Transactional
    public void set(Actor actor, Map<Kind, Ways> wanted) {
        wanted.forEach((kind, ways) -> database.createNativeQuery(
                        "insert into notification_preference (person_id, kind, in_app, mail) values (?1, ?2, ?3, ?4)"
                                + " on conflict (person_id, kind) do update set in_app = excluded.in_app,"
                                + " mail = excluded.mail")
                .setParameter(1, actor.id())
                .setParameter(2, kind.name())
                .setParameter(3, ways.inApp())
                .setParameter(4, ways.mail())
                .executeUpdate());
    }
}
