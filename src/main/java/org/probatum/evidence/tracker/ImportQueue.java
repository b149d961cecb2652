package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.AttachRun;

/** Who works on which import, and what of it is still to be done. Time here is the database's, the same for all nodes. */
@ApplicationScoped
class ImportQueue {
    private final EntityManager database;

    ImportQueue(EntityManager database) {
        this.database = database;
    }

    /** The oldest import that nobody works on; the caller does from now on. */
    @Transactional
    @SuppressWarnings("unchecked")
    public Optional<ImportTask> claim() {
        UUID worker = UUID.randomUUID();
        List<Object[]> rows =
                database.createNativeQuery("""
                        with free as materialized (select id from tracker_import
                            where state = 'OPEN' and leased_until < clock_timestamp()
                            order by id limit 1 for update skip locked)
                        update /* relay */ tracker_import i set worker = ?1, leased_until = clock_timestamp() + interval '1 minute'
                        from free, decision d
                        where i.id = free.id and d.id = i.decision_id
                        returning i.id, i.decision_id, d.key, i.tracker_id, i.asked_by, i.hash_artifacts, i.experiments, i.filter,
                            i.listed, i.page_token""").setParameter(1, worker).getResultList();
        return rows.stream()
                .map(row -> new ImportTask(
                        ((Number) row[0]).longValue(),
                        worker,
                        ((Number) row[1]).longValue(),
                        (String) row[2],
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue(),
                        (Boolean) row[5],
                        List.of((String[]) row[6]),
                        (String) row[7],
                        (Boolean) row[8],
                        (String) row[9]))
                .findFirst();
    }

    /** The caller still works on it; false when somebody else has taken it over since. */
    @Transactional
    public boolean holds(ImportTask task) {
        return database.createNativeQuery(
                                "update tracker_import set leased_until = clock_timestamp() + interval '1 minute'"
                                        + " where id = ?1 and worker = ?2 and state = 'OPEN'")
                        .setParameter(1, task.id())
                        .setParameter(2, task.worker())
                        .executeUpdate()
                == 1;
    }

    /** Some that are still to be imported, after a place. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<ImportTask.Waiting> waiting(ImportTask task, int after, int most) {
        List<Object[]> rows = database.createNativeQuery("select place, external_id from tracker_import_run"
                        + " where import_id = ?1 and state = 'WAITING' and place > ?2 order by place limit ?3")
                .setParameter(1, task.id())
                .setParameter(2, after)
                .setParameter(3, most)
                .getResultList();
        return rows.stream()
                .map(row -> new ImportTask.Waiting(((Number) row[0]).intValue(), (String) row[1]))
                .toList();
    }

    /**
     * Adds what a page of a search found, and where the search goes on; null at its end. True when that is enough, or when
     * somebody else has taken the import over since.
     */
    @Transactional
    public boolean found(ImportTask task, List<String> runs, @Nullable String next) {
        if (!holds(task)) {
            return true;
        }
        int before = ((Number) database.createNativeQuery(
                                "select coalesce(max(place), 0) from tracker_import_run where import_id = ?1")
                        .setParameter(1, task.id())
                        .getSingleResult())
                .intValue();
        database.createNativeQuery("""
                        insert into tracker_import_run (import_id, place, external_id)
                        select ?1, place, run from unnest(cast(?2 as int[]), cast(?3 as text[])) as named (place, run)
                        where place <= ?4 on conflict do nothing""")
                .setParameter(1, task.id())
                .setParameter(
                        2,
                        IntStream.rangeClosed(before + 1, before + runs.size())
                                .boxed()
                                .toArray(Integer[]::new))
                .setParameter(3, runs.toArray(String[]::new))
                .setParameter(4, AttachRun.LIMIT)
                .executeUpdate();
        boolean enough = next == null || before + runs.size() >= AttachRun.LIMIT;
        database.createNativeQuery(
                        "update tracker_import set page_token = ?3, listed = ?4" + " where id = ?1 and worker = ?2")
                .setParameter(1, task.id())
                .setParameter(2, task.worker())
                .setParameter(3, next)
                .setParameter(4, enough)
                .executeUpdate();
        return enough;
    }

    /** One run cannot be imported, and why. */
    @Transactional
    public void fail(ImportTask task, int place, String why) {
        database.createNativeQuery("update tracker_import_run set state = 'FAILED', message = ?3"
                        + " where import_id = ?1 and place = ?2 and state = 'WAITING'")
                .setParameter(1, task.id())
                .setParameter(2, place)
                .setParameter(3, why)
                .executeUpdate();
    }

    /** The import is done, or goes no further and why. */
    @Transactional
    public void end(ImportTask task, @Nullable String why) {
        database.createNativeQuery("update tracker_import set state = ?3, message = ?4, ended_at = clock_timestamp()"
                        + " where id = ?1 and worker = ?2 and state = 'OPEN'")
                .setParameter(1, task.id())
                .setParameter(2, task.worker())
                .setParameter(3, why == null ? "DONE" : "STOPPED")
                .setParameter(4, why)
                .executeUpdate();
    }

    /** Somebody else may go on with it at once. */
    @Transactional
    public void release(ImportTask task) {
        database.createNativeQuery("update tracker_import set leased_until = '-infinity' where id = ?1 and worker = ?2")
                .setParameter(1, task.id())
                .setParameter(2, task.worker())
                .executeUpdate();
    }
}
