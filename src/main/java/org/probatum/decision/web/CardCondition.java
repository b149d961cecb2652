package org.probatum.decision.web;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.probatum.people.Actor;

/**
 * What narrows a list of decisions, as SQL about a decision {@code d}. Only what is asked for is in the text: a condition that
 * is there and may mean nothing keeps the database from using an index for it.
 */
final class CardCondition {
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
            // Written out, not bound: the database is to know which stage when it chooses an index.
            conditions.add("d.stage = '" + filter.stage().name() + "'");
        }
        return this;
    }

    /** The same of those alone. */
    CardCondition among(List<Long> ids) {
        return add("d.id = any(:among)", "among", ids.toArray(Long[]::new));
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
