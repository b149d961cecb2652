package org.probatum.evidence.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.evidence.EvidenceDisturbed;

/**
 * Carries the word of a recall, or of its withdrawal, to the next few decisions that rest on it, all in one transaction:
 * whatever stops it, the next round goes on where the last one was committed. One node at a time has a recall in hand.
 */
@ApplicationScoped
public class CarryRecall {
    private static final int AT_ONCE = 10;

    private static final String TAKE = """
            select w.recall_id, w.withdrawing, w.after_decision from recall_spread w where w.done_at is null
            order by w.recall_id limit 1 for update skip locked
            """;

    /** One look at the index for each decision, and then its runs. */
    private static final String NEXT = """
            with recursive resting as (
                (select s.decision_id from run_source s where s.value = ?1 and s.kind = ?2 and s.decision_id > ?3
                 order by s.decision_id limit 1)
                union all
                select n.decision_id from resting r cross join lateral
                    (select s.decision_id from run_source s where s.value = ?1 and s.kind = ?2
                     and s.decision_id > r.decision_id order by s.decision_id limit 1) n)
            select r.decision_id, array(select s.run_id from run_source s where s.value = ?1 and s.kind = ?2
                and s.decision_id = r.decision_id and s.part <> 'NAME' order by s.run_id) as runs
            from (select decision_id from resting limit 10) r order by r.decision_id
            """;

    private static final String MOVE = """
            update recall_spread set after_decision = ?2, decisions = decisions + ?3,
                done_at = case when ?4 then cast(?5 as timestamptz) end where recall_id = ?1
            """;

    private final EntityManager database;
    private final Recalls recalls;
    private final Decisions decisions;
    private final Disturbances disturbances;
    private final Event<EvidenceDisturbed> disturbed;
    private final Event<EvidenceSettled> settled;
    private final Clock clock;

    CarryRecall(
            EntityManager database,
            Recalls recalls,
            Decisions decisions,
            Disturbances disturbances,
            Event<EvidenceDisturbed> disturbed,
            Event<EvidenceSettled> settled,
            Clock clock) {
        this.database = database;
        this.recalls = recalls;
        this.decisions = decisions;
        this.disturbances = disturbances;
        this.disturbed = disturbed;
        this.settled = settled;
        this.clock = clock;
    }

    /** Does the next few; false when there was nothing to do, or another node is at it. */
    @Transactional
    @SuppressWarnings("unchecked")
    public boolean step() {
        List<Object[]> taken = database.createNativeQuery(TAKE).getResultList();
        if (taken.isEmpty()) {
            return false;
        }
        long id = ((Number) taken.get(0)[0]).longValue();
        boolean withdrawing = (Boolean) taken.get(0)[1];
        long after = ((Number) taken.get(0)[2]).longValue();
        Recall recall = recalls.findById(id);
        List<Object[]> next = database.createNativeQuery(NEXT)
                .setParameter(1, recall.value)
                .setParameter(2, recall.kind.name())
                .setParameter(3, after)
                .getResultList();
        int reached = 0;
        for (Object[] row : next) {
            after = ((Number) row[0]).longValue();
            Long[] runs = (Long[]) row[1];
            if (runs.length > 0) {
                boolean told = withdrawing ? withdraw(recall, after) : disturb(recall, after, runs);
                reached += told && !withdrawing ? 1 : 0;
            }
        }
        database.createNativeQuery(MOVE)
                .setParameter(1, id)
                .setParameter(2, after)
                .setParameter(3, reached)
                .setParameter(4, next.size() < AT_ONCE)
                .setParameter(5, clock.instant())
                .executeUpdate();
        return true;
    }

    private boolean disturb(Recall recall, long decision, Long[] runs) {
        decisions.lockedById(decision);
        List<Long> anew = Arrays.stream(runs)
                .filter(run -> disturbances.keep(run, decision, recall.words(), recall.id()))
                .toList();
        anew.forEach(run -> disturbed.fire(
                new EvidenceDisturbed(run, decision, EvidenceDisturbed.Kind.RECALLED, recall.words(), recall.id())));
        return !anew.isEmpty();
    }

    private boolean withdraw(Recall recall, long id) {
        Decision decision = decisions.lockedById(id);
        String what = "the recall of " + recall.subject().words() + " was withdrawn";
        if (disturbances.withdraw(recall.id(), id, what) == 0) {
            return false;
        }
        settled.fire(new EvidenceSettled(decision, what));
        return true;
    }
}
