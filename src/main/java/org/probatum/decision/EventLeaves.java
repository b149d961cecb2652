package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.log.LeafSource;

/**
 * Events of decisions, as the log takes them in. What is said of one is its payload and its sentence; what it is about is the
 * digest that its payload names: of a record, of material, of a manifest, of sealed criteria.
 */
@ApplicationScoped
class EventLeaves implements LeafSource {
    private static final String READ = """
            select /* sequencer */ e.id, e.at, e.type, t.slug, d.key, e.seq, e.actor_id,
                coalesce(e.payload ->> 'record', e.payload ->> 'material', e.payload ->> 'digest', e.payload ->> 'seal',
                    e.payload ->> 'after'),
                cast(jsonb_build_object('event', e.payload, 'summary', e.summary) as text)
            from decision_event e join decision d on d.id = e.decision_id join team t on t.id = d.team_id
            where e.id = any(:ids)
            """;
    private final EntityManager database;

    EventLeaves(EntityManager database) {
        this.database = database;
    }

    /** The name of this source. */
    static final String NAME = "decision";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Kept> read(Collection<Long> ids) {
        List<?> rows = database.createNativeQuery(READ)
                .setParameter("ids", ids.toArray(Long[]::new))
                .getResultList();
        return rows.stream().map(row -> kept((Object[]) row)).toList();
    }

    @Override
    public String table() {
        return "decision_event";
    }

    private static Kept kept(Object[] row) {
        return new Kept(
                ((Number) row[0]).longValue(),
                (Instant) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).intValue(),
                actor((Number) row[6]),
                digest((String) row[7]),
                (String) row[8]);
    }

    private static @Nullable String actor(@Nullable Number id) {
        return id == null ? null : "person:" + id;
    }

    /** Parts of material have digests that are written alike; what else may stand there is none. */
    private static @Nullable String digest(@Nullable String said) {
        return said != null && said.startsWith("sha256:") ? said : null;
    }
}
