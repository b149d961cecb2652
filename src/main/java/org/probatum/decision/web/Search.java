package org.probatum.decision.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.probatum.people.Actor;

/**
 * Finds decisions by key or words, newest first. Words that many titles have are found among the newest decisions, without
 * touching the index of words; words that few have are few in the index. So neither costs more the more decisions there are.
 */
@ApplicationScoped
public class Search {
    private static final int NEWEST = 2_000;

    private final EntityManager database;

    Search(EntityManager database) {
        this.database = database;
    }

    /** The ids of those that the actor sees and that match the whole filter, newest first, below one of them. */
    List<Long> ids(Actor actor, CardFilter filter, long below, int limit) {
        CardCondition near = CardCondition.of(actor, filter).at(filter).saying(filter.words());
        List<Long> found = ask(
                near,
                "(select * from decision where id < :from order by id desc limit " + NEWEST + ") d where " + near.sql(),
                below,
                limit);
        if (found.size() == limit) {
            return found;
        }
        CardCondition far = CardCondition.of(actor, filter).at(filter).found(filter.words());
        return ask(far, "decision d where d.id < :from and " + far.sql(), below, limit);
    }

    /** Ordered by a sum, so that the database is not tempted to walk through everything in the order of the ids. */
    private List<Long> ask(CardCondition condition, String from, long below, int limit) {
        List<?> ids = condition
                .bind(database.createNativeQuery("select d.id from " + from + " order by d.id + 0 desc limit :limit"))
                .setParameter("from", below)
                .setParameter("limit", limit)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
