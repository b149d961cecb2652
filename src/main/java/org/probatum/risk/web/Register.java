package org.probatum.risk.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Stage;
import org.probatum.people.Actor;
import org.probatum.risk.Cell;
import org.probatum.risk.Level;
import org.probatum.risk.Ratings;
import org.probatum.risk.RiskState;

/** Reads the register: the risks an actor may see, the gravest first, and how many there are in each cell of the matrix. */
@ApplicationScoped
public class Register {
    /** A page of the register, and the place after which the next begins when there is one. */
    record Slice(List<RegisterRow> items, @Nullable RiskPlace next) {}

    /** How many risks went from one cell to another; either is null while it is not rated. */
    record Count(@Nullable Cell inherent, @Nullable Cell residual, int risks) {}

    private final EntityManager database;
    private final Ratings ratings;
    private final Clock clock;

    Register(EntityManager database, Ratings ratings, Clock clock) {
        this.database = database;
        this.ratings = ratings;
        this.clock = clock;
    }

    /** The risks after a place, the gravest first, the soonest due first among equals. */
    @SuppressWarnings("unchecked")
    Slice slice(Actor actor, RiskFilter filter, RiskPlace after, int limit) {
        RiskConditions conditions = new RiskConditions(ratings, clock.instant());
        conditions.see(actor);
        conditions.narrow(filter);
        conditions.and(
                "(r.urgency, r.due_by, r.id) > (:urgency, :due, :id)",
                new HashMap<>(Map.of("urgency", after.urgency(), "due", after.due(), "id", after.id())));
        List<Object[]> rows = bound(
                        database.createNativeQuery("select d.key, d.title, d.stage, t.name, r.risk_id, r.title as risk,"
                                + " r.inherent_cell, r.inherent_points, r.residual_cell, r.points, r.owner, p.name as owner_name,"
                                + " r.due, r.verification, " + RiskConditions.STATE + " as state, r.accepted_until,"
                                + " r.urgency, r.due_by, r.id" + RiskConditions.FROM
                                + " left join person p on p.username = r.owner where " + conditions.sql()
                                + " order by r.urgency, r.due_by, r.id limit :limit"),
                        conditions.withState())
                .setParameter("limit", limit + 1)
                .getResultList();
        List<RegisterRow> items = new ArrayList<>();
        rows.stream().limit(limit).forEach(row -> items.add(row(row)));
        if (rows.size() <= limit) {
            return new Slice(items, null);
        }
        Object[] last = rows.get(limit - 1);
        return new Slice(
                items, new RiskPlace(((Number) last[16]).intValue(), day(last[17]), ((Number) last[18]).longValue()));
    }

    /** The risks by cell, whatever cells the filter names. */
    @SuppressWarnings("unchecked")
    List<Count> counts(Actor actor, RiskFilter filter) {
        RiskConditions conditions = new RiskConditions(ratings, clock.instant());
        conditions.see(actor);
        conditions.narrow(filter.anywhere());
        List<Object[]> rows = bound(
                        database.createNativeQuery("select r.inherent_cell, r.residual_cell, count(*)"
                                + (conditions.needsDecision() ? RiskConditions.FROM : " from risk_row r")
                                + " where " + conditions.sql() + " group by 1, 2"),
                        conditions.values())
                .getResultList();
        return rows.stream()
                .map(row -> new Count(
                        Cell.numbered((Number) row[0]), Cell.numbered((Number) row[1]), ((Number) row[2]).intValue()))
                .toList();
    }

    private RegisterRow row(Object[] row) {
        @Nullable Cell inherent = Cell.numbered((Number) row[6]);
        @Nullable Cell residual = Cell.numbered((Number) row[8]);
        return new RegisterRow(
                (String) row[0],
                (String) row[1],
                Stage.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                inherent,
                level(inherent),
                ((Number) row[7]).intValue(),
                residual,
                level(residual),
                ((Number) row[9]).intValue(),
                (String) row[10],
                (String) row[11],
                row[12] == null ? null : day(row[12]),
                (String) row[13],
                RiskState.valueOf((String) row[14]),
                row[15] == null ? null : day(row[15]));
    }

    private @Nullable Level level(@Nullable Cell cell) {
        return cell == null
                ? null
                : ratings.of(cell.likelihood(), cell.impact()).level();
    }

    private static Query bound(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
