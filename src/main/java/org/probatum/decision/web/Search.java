package org.probatum.decision.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probatum.people.Actor;

/**
 * Decisions by words of their titles. Words that many titles have are found among the newest, walked through until
 * there are enough; rare ones by the index of titles, asked for the rarest alone: a word that every title has costs it more
 * than the whole rest. Which they are, a sample of the newest titles tells. Either way the decisions themselves are looked at one after the other,
 * newest first, and no further than needed.
 */
@ApplicationScoped
class Search {
    private static final int MOST_WORDS = 8;
    private static final int SAMPLE = 1_000;
    private static final int NEWEST = 20_000;
    private static final int NONE = -1;

    /** The titles are x, newest first; the first condition is asked of each one's decision, until there are enough. */
    private static final String ASK =
            "select x.decision_id from (%1$s order by decision_id desc%2$s) x cross join lateral"
                    + " (select 1 from decision d where d.id = x.decision_id and %3$s offset 0) seen where %4$s"
                    + " order by x.decision_id desc limit :limit";

    private final EntityManager database;

    Search(EntityManager database) {
        this.database = database;
    }

    /** The ids of those that the actor sees and that match the whole filter, newest first, below one of them. */
    List<Long> ids(Actor actor, CardFilter filter, long below, int limit) {
        List<String> words =
                Arrays.stream(filter.words().split("\\s+")).limit(MOST_WORDS).toList();
        Sample sample = sample(words);
        List<Long> found = sample.rare()
                ? List.of()
                : amongNewest(CardCondition.of(actor, filter).at(filter), words, below, limit);
        return found.size() == limit
                ? found
                : everywhere(CardCondition.of(actor, filter).at(filter), words, sample.rarest(), below, limit);
    }

    /**
     * What the newest titles say of the words.
     *
     * @param rare hardly any title has all of them
     * @param rarest the place of the word that the fewest have
     */
    private record Sample(boolean rare, int rarest) {}

    private Sample sample(List<String> words) {
        String counts = IntStream.range(0, words.size())
                .mapToObj(i -> ", count(*) filter (where title ilike :word" + i + ")")
                .collect(Collectors.joining());
        String all = IntStream.range(0, words.size())
                .mapToObj(i -> "title ilike :word" + i)
                .collect(Collectors.joining(" and "));
        Query query = database.createNativeQuery("select count(*) filter (where " + all + ")" + counts
                + " from (select title from decision_title order by decision_id desc limit " + SAMPLE + ") x");
        for (int i = 0; i < words.size(); i++) {
            query.setParameter("word" + i, CardCondition.pattern(words.get(i)));
        }
        Object[] counted = (Object[]) query.getSingleResult();
        int rarest = IntStream.range(0, words.size())
                .boxed()
                .min(Comparator.comparingLong(i -> ((Number) counted[i + 1]).longValue()))
                .orElse(0);
        return new Sample(((Number) counted[0]).longValue() == 0, rarest);
    }

    private List<Long> amongNewest(CardCondition condition, List<String> words, long below, int limit) {
        String newest = "select decision_id, title from decision_title where decision_id < :from";
        String says = condition.has(words, NONE);
        return ask(condition, ASK.formatted(newest, " limit " + NEWEST, condition.sql(), says), below, limit);
    }

    private List<Long> everywhere(CardCondition condition, List<String> words, int rarest, long below, int limit) {
        String says = "select x.decision_id from decision_title x where x.decision_id < :from and "
                + condition.has(words, rarest);
        return ask(condition, ASK.formatted(says, "", condition.sql(), "true"), below, limit);
    }

    private List<Long> ask(CardCondition condition, String sql, long below, int limit) {
        List<?> ids = condition
                .bind(database.createNativeQuery(sql))
                .setParameter("from", below)
                .setParameter("limit", limit)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
