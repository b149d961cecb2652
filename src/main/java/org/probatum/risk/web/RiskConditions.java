package org.probatum.risk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.probatum.people.Actor;
import org.probatum.risk.Cell;
import org.probatum.risk.Level;
import org.probatum.risk.Ratings;

/** What the register's statements ask for, put together from what is asked: nothing is compared that narrows nothing. */
final class RiskConditions {
    static final String FROM =
            " from risk_row r join decision d on d.id = r.decision_id join team t on t.id = r.team_id";

    private static final String TOLERANCE = "array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], t.tolerance)";
    private static final String LEVELS = "(cast(:levels as int[]))";

    /** A risk's state, by the levels as they are rated now and the day it is where the team works. */
    static final String STATE = "case when r.closed then 'CLOSED'"
            + " when r.accepted_until >= cast(cast(:now as timestamptz) at time zone t.zone as date) then 'ACCEPTED'"
            + " when " + LEVELS + "[r.residual_cell] <= " + TOLERANCE
            + " then case when " + LEVELS + "[r.inherent_cell] > " + TOLERANCE
            + " then 'MITIGATED' else 'WITHIN_TOLERANCE' end"
            + " when r.accepted_until is not null or r.lapsed then 'ACCEPTANCE_EXPIRED' else 'OPEN' end";

    private static final int MOST_WORDS = 8;

    private final Ratings ratings;
    private final Instant now;
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new HashMap<>();
    private boolean decision;

    RiskConditions(Ratings ratings, Instant now) {
        this.ratings = ratings;
        this.now = now;
    }

    /** What the actor may see: their teams' risks, and those of what is published. */
    void see(Actor actor) {
        if (!actor.seesEverything()) {
            decision = true;
            and(
                    "(r.team_id = any(cast(:teams as bigint[])) or d.stage = 'PUBLISHED')",
                    Map.of("teams", actor.memberships().keySet().toArray(Long[]::new)));
        }
    }

    void narrow(RiskFilter filter) {
        if (filter.state() == null && !filter.every()) {
            conditions.add("not r.closed");
        }
        if (filter.state() != null) {
            decision = true;
            and(STATE + " = :state", Map.of("state", filter.state().name()));
            values.putAll(forState());
        }
        if (filter.team() != null) {
            and("r.team_id = (select id from team where slug = :team)", Map.of("team", filter.team()));
        }
        if (filter.owner() != null) {
            and("r.owner = :owner", Map.of("owner", filter.owner()));
        }
        if (filter.level() != null) {
            and("r.residual_cell = any(cast(:cells as int[]))", Map.of("cells", cells(filter.level())));
        }
        if (filter.before() != null) {
            and("r.due < :before", Map.of("before", filter.before()));
        }
        if (filter.inherent() != null) {
            and(
                    "r.inherent_cell = :inherent",
                    Map.of("inherent", filter.inherent().number()));
        }
        if (filter.residual() != null) {
            and(
                    "r.residual_cell = :residual",
                    Map.of("residual", filter.residual().number()));
        }
        if (!filter.words().isEmpty()) {
            decision = true;
            and(
                    "(d.key = upper(:key) or r.title ilike all(cast(:words as text[])))",
                    Map.of("key", filter.words(), "words", patterns(filter.words())));
        }
    }

    void and(String condition, Map<String, Object> bound) {
        conditions.add(condition);
        values.putAll(bound);
    }

    /** It takes more than the register's own rows to tell. */
    boolean needsDecision() {
        return decision;
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    /** The values, and those that {@link #STATE} needs. */
    Map<String, Object> withState() {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(forState());
        return all;
    }

    private Map<String, Object> forState() {
        Integer[] levels =
                Cell.ALL.stream().map(cell -> level(cell).ordinal() + 1).toArray(Integer[]::new);
        return Map.of("levels", levels, "now", now);
    }

    private Integer[] cells(Level wanted) {
        return Cell.ALL.stream()
                .filter(cell -> level(cell) == wanted)
                .map(Cell::number)
                .toArray(Integer[]::new);
    }

    private Level level(Cell cell) {
        return ratings.of(cell.likelihood(), cell.impact()).level();
    }

    private static String[] patterns(String words) {
        return Arrays.stream(words.split("\\s+"))
                .limit(MOST_WORDS)
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }
}
