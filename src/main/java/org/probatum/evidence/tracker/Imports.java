package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;

/** The imports: how far each has come, and what became of each run. */
@ApplicationScoped
public class Imports {
    /**
     * An import as it stands.
     *
     * @param state OPEN, DONE, or STOPPED when the tracker would not go on
     * @param listed all runs to import are known
     * @param known how many were there already, as the tracker has them now
     */
    public record Import(
            long id,
            String tracker,
            String asker,
            Instant askedAt,
            @Nullable Instant endedAt,
            String state,
            boolean listed,
            @Nullable String message,
            int total,
            int imported,
            int known,
            int failed) {
        /** It is being worked on, or will be. */
        public boolean running() {
            return state.equals("OPEN");
        }

        /** The tracker would not go on. */
        public boolean stopped() {
            return state.equals("STOPPED");
        }

        /** How many runs are settled. */
        public int done() {
            return imported + known + failed;
        }

        /** How much is done, in whole percent. */
        public int percent() {
            return total == 0 ? 0 : (int) (100L * done() / total);
        }
    }

    /** A run of an import; what it is cited by once it is there, and what was left out or went wrong. */
    public record Line(
            int place,
            String run,
            String state,
            @Nullable String reference,
            @Nullable String message) {}

    private static final String SELECT = """
            select i.id, t.name, p.name, i.asked_at, i.ended_at, i.state, i.listed, i.message, c.total, c.imported, c.known, c.failed
            from tracker_import i join tracker t on t.id = i.tracker_id join person p on p.id = i.asked_by
                cross join lateral (select count(*) as total, count(*) filter (where r.state = 'IMPORTED') as imported,
                    count(*) filter (where r.state = 'KNOWN') as known, count(*) filter (where r.state = 'FAILED') as failed
                    from tracker_import_run r where r.import_id = i.id) c
            """;

    private final EntityManager database;

    Imports(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked")
    public Import of(long decisionId, long id) {
        List<Object[]> rows = database.createNativeQuery(SELECT + " where i.decision_id = ?1 and i.id = ?2")
                .setParameter(1, decisionId)
                .setParameter(2, id)
                .getResultList();
        return rows.stream().map(Imports::row).findFirst().orElseThrow(() -> Problem.notFound("import " + id));
    }

    /** The newest imports of a decision. */
    @SuppressWarnings("unchecked")
    public List<Import> of(long decisionId) {
        List<Object[]> rows = database.createNativeQuery(
                        SELECT + " where i.decision_id = ?1 order by i.id desc limit 10")
                .setParameter(1, decisionId)
                .getResultList();
        return rows.stream().map(Imports::row).toList();
    }

    /** The runs of an import after a place: those that failed or say something first when only those are asked for. */
    @SuppressWarnings("unchecked")
    public List<Line> lines(long id, int after, int limit, boolean sayingSomething) {
        List<Object[]> rows = database.createNativeQuery(
                        "select i.place, i.external_id, i.state, coalesce(r.reference, 'inline:' || r.name), i.message"
                                + " from tracker_import_run i left join run r on r.id = i.run_id where i.import_id = ?1"
                                + " and i.place > ?2 and (not ?3 or i.message is not null) order by i.place limit ?4")
                .setParameter(1, id)
                .setParameter(2, after)
                .setParameter(3, sayingSomething)
                .setParameter(4, limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Line(
                        ((Number) row[0]).intValue(), (String) row[1], (String) row[2], (String) row[3], (String)
                                row[4]))
                .toList();
    }

    private static Import row(Object[] row) {
        return new Import(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (Instant) row[3],
                (Instant) row[4],
                (String) row[5],
                (Boolean) row[6],
                (String) row[7],
                ((Number) row[8]).intValue(),
                ((Number) row[9]).intValue(),
                ((Number) row[10]).intValue(),
                ((Number) row[11]).intValue());
    }
}
