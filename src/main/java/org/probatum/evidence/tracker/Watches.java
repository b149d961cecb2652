package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decisions;
import org.probatum.evidence.EvidenceDisturbed;

/**
 * Which runs are looked at again, and what was found. A tracker is looked into by one node at a time and at one rate,
 * however many nodes there are; what differs is told once, and again only when it differs otherwise.
 */
@ApplicationScoped
class Watches {
    private static final Duration WHILE_LOOKING = Duration.ofMinutes(5);
    private static final Duration WHEN_DOWN = Duration.ofMinutes(10);

    private final EntityManager database;
    private final Decisions decisions;
    private final Snapshots snapshots;
    private final Event<EvidenceDisturbed> listeners;
    private final Clock clock;
    private final Duration every;
    private final Duration pause;

    Watches(
            EntityManager database,
            Decisions decisions,
            Snapshots snapshots,
            Event<EvidenceDisturbed> listeners,
            Clock clock,
            @ConfigProperty(name = "probatum.trackers.watch-every", defaultValue = "1H") Duration every,
            @ConfigProperty(name = "probatum.trackers.watch-pause", defaultValue = "5S") Duration pause) {
        this.database = database;
        this.decisions = decisions;
        this.snapshots = snapshots;
        this.listeners = listeners;
        this.clock = clock;
        this.every = every;
        this.pause = pause;
    }

    /** A run to look at. */
    record Due(long run, long decision, String external, TrackerFacts snapshot) {}

    /** What was found of it. */
    sealed interface Seen {
        record There(TrackerFacts facts) implements Seen {}

        record Gone(String words) implements Seen {}

        /** Nothing can be said: the tracker did not answer as it should, about this run or about anything. */
        record Hidden(String words, boolean ofAll) implements Seen {}
    }

    /** A tracker that has runs to be looked at and may be looked into now; nobody else does for a while. */
    @Transactional
    public Optional<Long> tracker() {
        Instant now = clock.instant();
        List<?> rows = database.createNativeQuery("""
                        with free as materialized (select id from tracker where removed_at is null
                            and watch_after <= ?1 and exists (select from run_watch w where w.tracker_id = tracker.id and w.next_at <= ?1)
                            order by watch_after limit 1 for update skip locked)
                        update /* relay */ tracker t set watch_after = ?2 from free
                        where t.id = free.id returning t.id""")
                .setParameter(1, now)
                .setParameter(2, now.plus(pause))
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).findFirst();
    }

    /** Some of a tracker's runs that are due: those that an open or published decision cites. The others wait their turn. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<Due> take(long tracker, int most) {
        Instant now = clock.instant();
        List<Object[]> rows = database.createNativeQuery("""
                        with due as materialized (select run_id from run_watch where tracker_id = ?1
                            and next_at <= ?2 order by next_at limit ?4 for update skip locked)
                        update run_watch w set next_at = ?3 from due, run_snapshot s, run r, decision d
                        where w.run_id = due.run_id and s.run_id = due.run_id and r.id = due.run_id and d.id = s.decision_id
                        returning w.run_id, s.decision_id, s.external_id, r.reference,
                            d.stage in ('SCOPING', 'OPTIONS', 'TRADE_OFFS', 'VERIFICATION', 'PUBLICATION', 'PUBLISHED')""")
                .setParameter(1, tracker)
                .setParameter(2, now)
                .setParameter(3, now.plus(WHILE_LOOKING))
                .setParameter(4, most)
                .getResultList();
        Map<Long, Set<String>> cited = new HashMap<>();
        return rows.stream()
                .filter(row -> {
                    boolean looked = (Boolean) row[4]
                            && cited.computeIfAbsent(
                                            ((Number) row[1]).longValue(),
                                            id -> Citations.of(
                                                    decisions.byId(id).material()))
                                    .contains((String) row[3]);
                    if (!looked) {
                        later(((Number) row[0]).longValue(), every);
                    }
                    return looked;
                })
                .map(row -> new Due(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        (String) row[2],
                        snapshots.of(((Number) row[0]).longValue()).orElseThrow()))
                .toList();
    }

    /** Keeps what was found, and tells what is new of it in the same transaction. */
    @Transactional
    public void settle(Due due, Seen seen) {
        Object[] before = (Object[])
                database.createNativeQuery("select state, found_digest from run_watch where run_id = ?1 for update")
                        .setParameter(1, due.run())
                        .getSingleResult();
        if (seen instanceof Seen.Hidden hidden) {
            hide(due, hidden.words());
        } else if (seen instanceof Seen.Gone gone) {
            keep(due, "VANISHED", null, gone.words());
            tell(due, !before[0].equals("VANISHED"), EvidenceDisturbed.Kind.VANISHED, gone.words());
        } else if (seen instanceof Seen.There there) {
            compare(due, there.facts(), before);
        }
    }

    private void compare(Due due, TrackerFacts found, Object[] before) {
        List<String> differences = FactsDifference.between(due.snapshot(), found);
        String digest = found.digest();
        if (differences.isEmpty()) {
            keep(due, "SAME", digest, null);
            return;
        }
        String words =
                "Its tracker says otherwise than when it was imported: " + FactsDifference.sentence(differences) + ".";
        boolean news = !before[0].equals("CHANGED") || !digest.equals(before[1]);
        keep(due, "CHANGED", digest, words);
        tell(due, news, EvidenceDisturbed.Kind.CHANGED, words);
    }

    private void tell(Due due, boolean news, EvidenceDisturbed.Kind kind, String words) {
        if (news) {
            listeners.fire(new EvidenceDisturbed(due.run(), due.decision(), kind, words));
        }
    }

    private void keep(Due due, String state, @Nullable String digest, @Nullable String words) {
        Instant now = clock.instant();
        database.createNativeQuery(
                        "update run_watch set state = ?2, found_digest = ?3, difference = ?4, looked_at = ?5,"
                                + " next_at = ?6, unreachable_since = null, unreachable = null where run_id = ?1")
                .setParameter(1, due.run())
                .setParameter(2, state)
                .setParameter(3, digest)
                .setParameter(4, words)
                .setParameter(5, now)
                .setParameter(6, now.plus(every))
                .executeUpdate();
    }

    private void hide(Due due, String words) {
        Instant now = clock.instant();
        database.createNativeQuery(
                        "update run_watch set unreachable_since = coalesce(unreachable_since, ?2), unreachable = ?3,"
                                + " next_at = ?4 where run_id = ?1")
                .setParameter(1, due.run())
                .setParameter(2, now)
                .setParameter(3, words)
                .setParameter(4, now.plus(every.compareTo(WHEN_DOWN) < 0 ? every : WHEN_DOWN))
                .executeUpdate();
    }

    private void later(long run, Duration time) {
        database.createNativeQuery("update run_watch set next_at = ?2 where run_id = ?1")
                .setParameter(1, run)
                .setParameter(2, clock.instant().plus(time))
                .executeUpdate();
    }
}
