package org.probatum.decision.web;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.probatum.people.Actor;

/**
 * What narrows a list of decisions, as SQL about a decision {@code d}. Only what is asked for is in the text: a condition that
 * is there and may mean nothing keeps the database from using an index for it.
 */
final class CardCondition {
    private static final int MOST_WORDS = 8;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Everything but the stage and the words. */
    static CardCondition of(Actor actor, CardFilter filter) {
        CardCondition made = new CardCondition();
        if (!actor.seesEverything()) {
            made.add(
                    "(d.team_id = any(:teams) or d.stage = 'PUBLISHED')",
                    "teams",
                    actor.memberships().keySet().toArray(Long[]::new));
        }
        if (filter.team() != null) {
            made.add("d.team_id = (select id from team where slug = :team)", "team", filter.team());
        }
        if (filter.category() != null) {
            made.add("d.category = :category", "category", filter.category().name());
        }
        if (filter.mine()) {
            made.add("d.author_id = :actor", "actor", actor.id());
        }
        return made;
    }

    /** The same, and the stage if there is one. */
    CardCondition at(CardFilter filter) {
        if (filter.stage() != null) {
            add("d.stage = :stage", "stage", filter.stage().name());
        }
        return this;
    }

    /** The same of those alone. */
    CardCondition among(List<Long> ids) {
        return add("d.id = any(:among)", "among", ids.toArray(Long[]::new));
    }

    /** The same, and a place to begin below. */
    CardCondition below(long id) {
        return add("d.id < :below", "below", id);
    }

    /** The same, by key or by words that a title has all of, asked of each decision in turn. */
    CardCondition saying(String words) {
        return add("(d.key = :key or " + likes("d.title", words) + ")", "key", words.toUpperCase(Locale.ROOT));
    }

    /** The same, asked of the index of titles. */
    CardCondition found(String words) {
        return add(
                "d.id in (select x.decision_id from decision_title x where " + likes("x.title", words)
                        + " union all select k.id from decision k where k.key = :key)",
                "key",
                words.toUpperCase(Locale.ROOT));
    }

    private String likes(String title, String words) {
        List<String> each = Arrays.stream(words.split("\\s+")).limit(MOST_WORDS).toList();
        List<String> likes = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            likes.add(title + " ilike :word" + i);
            parameters.put("word" + i, "%" + each.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return String.join(" and ", likes);
    }

    private CardCondition add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
        return this;
    }

    /** The SQL; true when nothing narrows. */
    String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Query bind(Query query) {
        parameters.forEach((name, value) -> query.setParameter(name, Objects.requireNonNull(value)));
        return query;
    }
}
