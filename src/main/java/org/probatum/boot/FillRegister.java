package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.probatum.decision.Decisions;
import org.probatum.risk.Cell;
import org.probatum.risk.KeepRegister;
import org.probatum.risk.Ratings;

/**
 * Makes the risk register true at a start, when it cannot be: it is empty and decisions were filed before there was one, or
 * the rating table was changed while the service was down.
 */
@ApplicationScoped
class FillRegister {
    private static final Logger LOG = Logger.getLogger(FillRegister.class);
    private static final int BATCH = 200;

    private final EntityManager database;
    private final Decisions decisions;
    private final KeepRegister register;
    private final Ratings ratings;

    FillRegister(EntityManager database, Decisions decisions, KeepRegister register, Ratings ratings) {
        this.database = database;
        this.decisions = decisions;
        this.register = register;
        this.ratings = ratings;
    }

    void begin(@Observes @Priority(Interceptor.Priority.APPLICATION - 1) StartupEvent started) {
        boolean filled = QuarkusTransaction.requiringNew()
                .call(() -> is("select exists (select from risk_row) or not exists (select from decision)"));
        if (!filled) {
            fill();
        } else if (QuarkusTransaction.requiringNew().call(() -> is(RATED_OTHERWISE.formatted(table())))) {
            int rerated = QuarkusTransaction.requiringNew().call(this::rate);
            LOG.infof("The rating table has changed: %d risks of the register are rated anew.", rerated);
        }
    }

    private void fill() {
        long last = 0;
        int kept = 0;
        while (true) {
            long after = last;
            List<Long> ids = QuarkusTransaction.requiringNew().call(() -> {
                List<Long> some = withRisks(after);
                some.forEach(id -> register.keep(decisions.byId(id)));
                database.clear();
                return some;
            });
            if (ids.isEmpty()) {
                break;
            }
            kept += ids.size();
            last = ids.get(ids.size() - 1);
        }
        LOG.infof("The risks of %d decisions filed before there was a register are in it now.", kept);
    }

    @SuppressWarnings("unchecked")
    private List<Long> withRisks(long after) {
        return database.createNativeQuery(
                        "select id from decision where id > :after and material -> 'risks' -> 0 is not null"
                                + " order by id limit :batch",
                        Long.class)
                .setParameter("after", after)
                .setParameter("batch", BATCH)
                .getResultList();
    }

    /** Cells whose risks are on file with other points, found at either end of the index. */
    private static final String RATED_OTHERWISE = """
            select exists (select from (values %s) as t(cell, points) where exists (select from risk_row r
                where r.residual_cell = t.cell and r.points < t.points) or exists (select from risk_row r
                where r.residual_cell = t.cell and r.points > t.points))
            """;

    private int rate() {
        return database.createNativeQuery("update risk_row r set points = t.points from (values " + table()
                        + ") as t(cell, points) where r.residual_cell = t.cell and r.points <> t.points")
                .executeUpdate();
    }

    private String table() {
        return Cell.ALL.stream()
                .map(cell -> "(" + cell.number() + ", "
                        + ratings.of(cell.likelihood(), cell.impact()).points() + ")")
                .collect(Collectors.joining(", "));
    }

    private boolean is(String question) {
        return (Boolean) database.createNativeQuery(question).getSingleResult();
    }
}
