package org.probatum.decision.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probatum.people.Actor;

/**
 * Decisions by words of their titles. Words that many titles have are found by walking along the newest until there are
 * enough; rare ones by the index of titles, asked for the rarest alone: a word that every title has costs it more than the
 * whole rest. Which they are, a sample of the newest titles tells.
 */
@ApplicationScoped
class Search {
    private static final int SAMPLE = 1_000;

    /** How many of the newest titles are walked along, or decisions of a stage, whose rows are wider. */
    private static final int TITLES = 20_000;

    private static final int OF_STAGE = 10_000;

    /** The titles are x, newest first; the condition is asked of each one's decision, until there are enough. */
    private static final String ASK =
            "select x.decision_id from (%1$s order by decision_id desc%2$s) x cross join lateral"
                    + " (select 1 from decision d where d.id = x.decision_id and %3$s offset 0) seen where %4$s"
                    + " order by x.decision_id desc limit :limit";

    private static final String TITLED =
            "select x.decision_id from decision_title x where x.decision_id < :below and %1$s";

    /** The index knows of each title to which 65,536 it belongs; these are two of them, so never only a few. */
    private static final int AGE = 16;

    private static final String NEWER =
            "select decision_id from (" + TITLED + " and x.decision_id >> %3$d = cast(%2$d as bigint) union all "
                    + TITLED + " and x.decision_id >> %3$d = cast(%2$d - 1 as bigint)) newer";

    private final EntityManager database;

    Search(EntityManager database) {
        this.database = database;
    }

    /** The ids of those that the actor sees and that match the whole filter, newest first, below one of them. */
    List<Long> ids(Actor actor, CardFilter filter, long below, int limit) {
        Words words = Words.of(filter);
        Sample sample = sample(words);
        boolean ofStage = filter.stage() != null;
        if (!sample.promises(limit, ofStage ? OF_STAGE : TITLES)) {
            return everywhere(actor, filter, words, sample, below, limit);
        }
        List<Long> found = ofStage
                ? ofStage(new Newest(actor, filter), words, below, limit)
                : amongNewest(actor, filter, words, below, limit);
        return found.size() == limit || ofStage && walkedAll(new Newest(actor, filter), below)
                ? found
                : everywhere(actor, filter, words, sample, below, limit);
    }

    /**
     * What the newest titles say of the words.
     *
     * @param all how many of them have all of the words
     * @param rarest the place of the word that the fewest have
     * @param newest the newest decision's id
     */
    private record Sample(long all, int rarest, long newest) {
        /** Walking along so many titles would find as many as are wanted, if all were like those of the sample. */
        boolean promises(int wanted, int walked) {
            return all * walked >= (long) wanted * SAMPLE;
        }
    }

    private Sample sample(Words words) {
        String counts = IntStream.range(0, words.count())
                .mapToObj(word -> ", count(*) filter (where " + Words.one("title", word) + ")")
                .collect(Collectors.joining());
        Object[] counted = (Object[]) words.bind(
                        database.createNativeQuery("select count(*) filter (where " + words.all("title") + ")" + counts
                                + ", max(decision_id) from (select decision_id, title from decision_title order by decision_id desc limit "
                                + SAMPLE
                                + ") x"))
                .getSingleResult();
        int rarest = IntStream.range(0, words.count())
                .boxed()
                .min(Comparator.comparingLong(word -> ((Number) counted[word + 1]).longValue()))
                .orElse(0);
        Number newest = (Number) counted[words.count() + 1];
        return new Sample(((Number) counted[0]).longValue(), rarest, newest == null ? 0 : newest.longValue());
    }

    private List<Long> ofStage(Newest newest, Words words, long below, int limit) {
        return ids(
                newest.bindTeams(words.bind(database.createNativeQuery(newest.ids(words, OF_STAGE))))
                        .setParameter("below", below),
                limit);
    }

    /** There are no more of the stage than were walked along: what was not found among them is not there. */
    private boolean walkedAll(Newest newest, long below) {
        Number counted = (Number) newest.bind(database.createNativeQuery(newest.count(OF_STAGE + 1)))
                .setParameter("below", below)
                .getSingleResult();
        return counted.intValue() <= OF_STAGE;
    }

    private List<Long> amongNewest(Actor actor, CardFilter filter, Words words, long below, int limit) {
        String newest = "select decision_id, title from decision_title where decision_id < :below";
        CardCondition condition = CardCondition.of(actor, filter);
        return ids(
                condition
                        .bind(words.bind(database.createNativeQuery(
                                ASK.formatted(newest, " limit " + TITLES, condition.sql(), words.all("x.title")))))
                        .setParameter("below", below),
                limit);
    }

    /** By the index of titles: among the newest first, as far as that says all, then among all. */
    private List<Long> everywhere(Actor actor, CardFilter filter, Words words, Sample sample, long below, int limit) {
        String said = words.all("x.title", sample.rarest());
        long age = Math.min(below, sample.newest()) >> AGE;
        List<Long> found = indexed(actor, filter, words, NEWER.formatted(said, age, AGE), below, limit);
        return found.size() == limit || age <= 1
                ? found
                : indexed(actor, filter, words, TITLED.formatted(said), below, limit);
    }

    private List<Long> indexed(Actor actor, CardFilter filter, Words words, String titles, long below, int limit) {
        CardCondition condition = CardCondition.of(actor, filter).at(filter);
        return ids(
                condition
                        .bind(words.bind(
                                database.createNativeQuery(ASK.formatted(titles, "", condition.sql(), "true"))))
                        .setParameter("below", below),
                limit);
    }

    private static List<Long> ids(Query query, int limit) {
        List<?> ids = query.setParameter("limit", limit).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
