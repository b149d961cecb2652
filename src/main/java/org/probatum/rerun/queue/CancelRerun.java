package org.probatum.rerun.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.decision.RerunEvent;
import org.probatum.decision.StageChanged;
import org.probatum.evidence.Runs;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.shared.Problem;

/** Has a rerun ended before its time; of the run that says nothing. A decision that has ended needs none any more. */
@ApplicationScoped
public class CancelRerun {
    private static final String CANCEL = "update rerun set cancelled_by = ?2, next_at = '-infinity'"
            + " where state <> 'OVER' and cancelled_by is null and ";

    private final Decisions decisions;
    private final Reruns reruns;
    private final Runs runs;
    private final Journal journal;
    private final Event<OrderReruns.Ordered> listeners;

    CancelRerun(Decisions decisions, Reruns reruns, Runs runs, Journal journal, Event<OrderReruns.Ordered> listeners) {
        this.decisions = decisions;
        this.reruns = reruns;
        this.runs = runs;
        this.journal = journal;
        this.listeners = listeners;
    }

    @Transactional
    public void cancel(Actor actor, String key, long id) {
        Decision decision = decisions.locked(actor, key);
        if (!actor.holds(TeamRole.MEMBER, decision.teamId())) {
            throw Problem.forbidden("members-cancel", "Only members of the decision's team cancel its reruns.");
        }
        Rerun rerun = reruns.one(decision, id);
        if (rerun.isOver()) {
            throw Problem.conflict("rerun-over", "It is over already.");
        }
        int changed = reruns.getEntityManager()
                .createNativeQuery(CANCEL + "id = ?1")
                .setParameter(1, id)
                .setParameter(2, actor.id())
                .executeUpdate();
        if (changed == 1) {
            journal.record(
                    decision,
                    actor,
                    new RerunEvent.RerunCancelled(runs.findById(rerun.runId()).reference()));
            listeners.fire(new OrderReruns.Ordered(decision.id()));
        }
    }

    void moved(@Observes StageChanged change) {
        Decision decision = change.decision();
        if (decision.stage().ended()) {
            reruns.getEntityManager()
                    .createNativeQuery(CANCEL + "decision_id = ?1")
                    .setParameter(1, decision.id())
                    .setParameter(2, decision.authorId())
                    .executeUpdate();
        }
    }
}
