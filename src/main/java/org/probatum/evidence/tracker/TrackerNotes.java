package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Journal;
import org.probatum.decision.material.Option;
import org.probatum.shared.Json;

/**
 * What is to be written into trackers about the runs of published decisions: put down in the publication's own transaction,
 * for those connections that want it, and written after.
 */
@ApplicationScoped
class TrackerNotes {
    private static final Duration WHILE_WRITING = Duration.ofMinutes(2);
    private static final Duration FIRST_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 10;

    private final EntityManager database;
    private final Clock clock;
    private final String address;

    TrackerNotes(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "probatum.url", defaultValue = "http://localhost:8080") String address) {
        this.database = database;
        this.clock = clock;
        this.address = address;
    }

    /** A run to tag. */
    record Note(long id, long tracker, String run, Map<String, String> tags, int attempts) {}

    void happened(@Observes Journal.Recorded recorded) {
        if (recorded.event() instanceof DecisionEvent.Published) {
            put(recorded.decision());
        }
    }

    private void put(Decision decision) {
        Set<String> cited = Citations.of(decision.material());
        if (cited.stream().noneMatch(reference -> reference.startsWith("mlflow:"))) {
            return;
        }
        Map<String, String> tags = new HashMap<>();
        tags.put("probatum.decision", decision.key());
        tags.put(
                "probatum.outcome",
                "published"
                        + decision.material()
                                .selected()
                                .map(Option::id)
                                .map(id -> ", selected " + id)
                                .orElse(""));
        tags.put("probatum.record", address.replaceFirst("/+$", "") + "/log/" + decision.key());
        database.createNativeQuery("""
                        insert into tracker_note (tracker_id, external_id, decision_key, tags, next_at)
                        select distinct s.tracker_id, s.external_id, ?2, cast(?3 as jsonb), cast(?4 as timestamptz)
                        from run_snapshot s join run r on r.id = s.run_id join tracker t on t.id = s.tracker_id
                        where s.decision_id = ?1 and t.writes_back and t.removed_at is null
                            and r.reference = any(cast(?5 as text[]))""")
                .setParameter(1, decision.id())
                .setParameter(2, decision.key())
                .setParameter(3, Json.write(tags))
                .setParameter(4, clock.instant())
                .setParameter(5, cited.toArray(String[]::new))
                .executeUpdate();
    }

    /** Some that are due; nobody else writes them for a while. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<Note> take(int most) {
        Instant now = clock.instant();
        List<Object[]> rows = database.createNativeQuery("""
                        with due as materialized (select id from tracker_note
                            where state = 'WAITING' and next_at <= ?1 order by next_at limit ?3 for update skip locked)
                        update /* relay */ tracker_note n set next_at = ?2, attempts = n.attempts + 1 from due
                        where n.id = due.id returning n.id, n.tracker_id, n.external_id, n.tags::text, n.attempts""")
                .setParameter(1, now)
                .setParameter(2, now.plus(WHILE_WRITING))
                .setParameter(3, most)
                .getResultList();
        return rows.stream()
                .map(row -> new Note(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        (String) row[2],
                        tags((String) row[3]),
                        ((Number) row[4]).intValue()))
                .toList();
    }

    @Transactional
    public void written(Note note) {
        settle(note, "WRITTEN", clock.instant(), "");
    }

    /** It could not be written; again later, and not for ever. */
    @Transactional
    public void failed(Note note, String why, boolean forGood) {
        boolean dead = forGood || note.attempts() >= MOST_ATTEMPTS;
        Instant next = clock.instant().plus(FIRST_AGAIN.multipliedBy(1L << Math.min(note.attempts(), 10)));
        settle(note, dead ? "DEAD" : "WAITING", next, why);
    }

    private void settle(Note note, String state, Instant next, String why) {
        database.createNativeQuery("update tracker_note set state = ?2, next_at = ?3, reason = nullif(?4, ''),"
                        + " settled_at = ?5 where id = ?1")
                .setParameter(1, note.id())
                .setParameter(2, state)
                .setParameter(3, next)
                .setParameter(4, why)
                .setParameter(5, clock.instant())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> tags(String json) {
        return Json.read(json, Map.class);
    }
}
