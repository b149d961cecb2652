package org.probatum.evidence.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.evidence.EvidenceDisturbed;
import org.probatum.people.Actor;

/** What was found to have disturbed the evidence of decisions, and what came of it: added to, never changed. */
@ApplicationScoped
public class Disturbances {
    /** How one is over. */
    enum End {
        /** It may stand until a day. */
        ACCEPTED,
        /** The published decision holds all the same. */
        REAFFIRMED,
        /** What disturbed it was taken back. */
        WITHDRAWN
    }

    /** One run disturbed; it stands until it is accepted for longer than today, or its cause is gone. */
    public record Disturbance(
            long id,
            long run,
            String runName,
            String reference,
            EvidenceDisturbed.Kind kind,
            String what,
            Instant foundAt,
            @Nullable Long recall,
            boolean stands) {
        /** In a sentence. */
        public String words() {
            return runName + ": " + what;
        }
    }

    private static final String OF = """
            select e.id, e.run_id, r.name, coalesce(r.reference, 'inline:' || r.name), e.kind, e.what, e.found_at, e.recall_id,
                   not exists (select from evidence_disturbance_end x where x.disturbance_id = e.id
                               and (x.until is null or x.until >= ?2)) as stands
            from evidence_disturbance e join run r on r.id = e.run_id where e.decision_id = ?1 order by e.id
            """;

    private static final String KEEP = """
            insert into evidence_disturbance (run_id, decision_id, kind, what, found_at)
            select ?1, ?2, ?3, ?4, ?5 where not exists (
                select from evidence_disturbance e where e.decision_id = ?2 and e.run_id = ?1 and e.kind = ?3 and e.what = ?4
                and not exists (select from evidence_disturbance_end x where x.disturbance_id = e.id))
            """;

    private static final String KEEP_RECALLED = """
            insert into evidence_disturbance (run_id, decision_id, kind, what, found_at, recall_id)
            values (?1, ?2, 'RECALLED', ?3, ?4, ?5) on conflict do nothing
            """;

    private static final String FINISH = """
            insert into evidence_disturbance_end (disturbance_id, how, ended_by, ended_at, until, reason)
            select unnest(cast(?1 as bigint[])), ?2, cast(?3 as bigint), ?4, cast(?5 as date), ?6
            """;

    private static final String WITHDRAW = """
            insert into evidence_disturbance_end (disturbance_id, how, ended_at, reason)
            select e.id, 'WITHDRAWN', ?3, ?4 from evidence_disturbance e
            where e.recall_id = ?1 and e.decision_id = ?2 and not exists (
                select from evidence_disturbance_end x where x.disturbance_id = e.id and x.how = 'WITHDRAWN')
            """;

    private final EntityManager database;
    private final Clock clock;

    Disturbances(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Everything ever found of a decision's runs, oldest first. */
    public List<Disturbance> of(Decision decision) {
        return of(
                decision.id(),
                LocalDate.ofInstant(clock.instant(), decision.team().zone()));
    }

    /** What stands of a run just attached: it rests on something recalled. */
    public List<String> ofRun(Decision decision, long run) {
        return of(decision).stream()
                .filter(one -> one.run() == run && one.stands())
                .map(Disturbance::what)
                .toList();
    }

    /** What stands and disturbs a run that the decision cites: a run that nothing cites carries nothing. */
    public List<Disturbance> standing(Decision decision) {
        List<Disturbance> standing =
                of(decision).stream().filter(Disturbance::stands).toList();
        if (standing.isEmpty()) {
            return standing;
        }
        Set<String> cited = Citations.of(decision.material()).runs();
        return standing.stream().filter(one -> cited.contains(one.reference())).toList();
    }

    /** Lets them stand until a day. */
    public void accept(Collection<Disturbance> which, Actor by, LocalDate until, String reason) {
        finish(which, End.ACCEPTED, by, until, reason);
    }

    /** The decision they question holds all the same. */
    public void reaffirm(Collection<Disturbance> which, Actor by, String reason) {
        finish(which, End.REAFFIRMED, by, null, reason);
    }

    /** Keeps what was found; false when just that is on record and stands. */
    boolean keep(EvidenceDisturbed found) {
        return database.createNativeQuery(KEEP)
                        .setParameter(1, found.run())
                        .setParameter(2, found.decision())
                        .setParameter(3, found.kind().name())
                        .setParameter(4, found.what())
                        .setParameter(5, clock.instant())
                        .executeUpdate()
                > 0;
    }

    /** Keeps that a recall reached a run; false when it had before. */
    boolean keep(long run, long decision, String what, long recall) {
        return database.createNativeQuery(KEEP_RECALLED)
                        .setParameter(1, run)
                        .setParameter(2, decision)
                        .setParameter(3, what)
                        .setParameter(4, clock.instant())
                        .setParameter(5, recall)
                        .executeUpdate()
                > 0;
    }

    /** A recall is taken back; how many runs of the decision that lifts. */
    int withdraw(long recall, long decision, String reason) {
        return database.createNativeQuery(WITHDRAW)
                .setParameter(1, recall)
                .setParameter(2, decision)
                .setParameter(3, clock.instant())
                .setParameter(4, reason)
                .executeUpdate();
    }

    private void finish(Collection<Disturbance> which, End how, Actor by, @Nullable LocalDate until, String reason) {
        if (which.isEmpty()) {
            return;
        }
        database.createNativeQuery(FINISH)
                .setParameter(1, which.stream().map(Disturbance::id).toArray(Long[]::new))
                .setParameter(2, how.name())
                .setParameter(3, by.id())
                .setParameter(4, clock.instant())
                .setParameter(5, until == null ? null : until.toString())
                .setParameter(6, reason)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Disturbance> of(long decision, LocalDate today) {
        List<Object[]> rows = database.createNativeQuery(OF)
                .setParameter(1, decision)
                .setParameter(2, today)
                .getResultList();
        return rows.stream().map(Disturbances::disturbance).toList();
    }

    private static Disturbance disturbance(Object[] row) {
        return new Disturbance(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                EvidenceDisturbed.Kind.valueOf((String) row[4]),
                (String) row[5],
                (Instant) row[6],
                row[7] == null ? null : ((Number) row[7]).longValue(),
                (Boolean) row[8]);
    }
}
