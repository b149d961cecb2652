package org.probatum.evidence.lineage;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recalls, those that were withdrawn among them: shown for ever. */
@ApplicationScoped
public class Recalls implements PanacheRepository<Recall> {
    /** One of them, with how far the word of it has been carried. */
    public record Told(
            long id,
            Subject subject,
            String reason,
            String remedy,
            long recalledBy,
            String name,
            Instant recalledAt,
            @Nullable Withdrawn withdrawn,
            int decisions,
            @Nullable Instant doneAt) {
        /** It still stands. */
        public boolean stands() {
            return withdrawn == null;
        }
    }

    /** By whom and why it was taken back. */
    public record Withdrawn(String name, Instant at, String reason) {}

    private static final String ROWS = """
            select c.id, c.kind, c.value, coalesce((select s.label from run_source s where s.value = c.value
                       and s.kind = c.kind limit 1), ''), c.reason, c.remedy, c.recalled_by, p.name, c.recalled_at,
                   q.name, e.ended_at, e.reason, w.decisions, w.done_at
            from recall c join person p on p.id = c.recalled_by left join recall_end e on e.recall_id = c.id
            left join person q on q.id = e.ended_by join recall_spread w on w.recall_id = c.id
            """;

    /** Of any of these things, newest first. */
    public List<Told> of(Collection<Subject> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : told(
                        ROWS
                                + " where (c.value, c.kind) in (select * from unnest(cast(?1 as text[]), cast(?2 as text[])))"
                                + " order by c.id desc",
                        subjects.stream().map(Subject::value).toArray(String[]::new),
                        subjects.stream().map(one -> one.kind().name()).toArray(String[]::new));
    }

    /** The newest below an id. */
    public List<Told> newest(long below, int limit) {
        return told(ROWS + " where c.id < ?1 order by c.id desc limit ?2", below, limit);
    }

    public Optional<Told> one(long id) {
        return told(ROWS + " where c.id = ?1", id).stream().findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<Told> told(String sql, Object... parameters) {
        var query = getEntityManager().createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(Recalls::told).toList();
    }

    private static Told told(Object[] row) {
        return new Told(
                ((Number) row[0]).longValue(),
                new Subject(SourceKind.valueOf((String) row[1]), (String) row[2], (String) row[3]),
                (String) row[4],
                (String) row[5],
                ((Number) row[6]).longValue(),
                (String) row[7],
                (Instant) row[8],
                row[9] == null ? null : new Withdrawn((String) row[9], (Instant) row[10], (String) row[11]),
                ((Number) row[12]).intValue(),
                (Instant) row[13]);
    }
}
