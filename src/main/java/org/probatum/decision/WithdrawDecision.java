package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** Takes a decision back: only by its author, never once it has ended. */
@ApplicationScoped
public class WithdrawDecision {
    private final Decisions decisions;
    private final DecisionFlow flow;
    private final Journal journal;

    WithdrawDecision(Decisions decisions, DecisionFlow flow, Journal journal) {
        this.decisions = decisions;
        this.flow = flow;
        this.journal = journal;
    }

    @Transactional
    public Decision withdraw(Actor actor, String key, int seen, String reason) {
        Decision decision = decisions.locked(actor, key);
        if (decision.authorId() != actor.id()) {
            throw Problem.forbidden("author-withdraws", "Only the author withdraws a decision.");
        }
        if (decision.stage().ended()) {
            throw Problem.conflict(
                    "already-ended",
                    key + " is " + decision.stage().title().toLowerCase(java.util.Locale.ROOT) + " already.");
        }
        decision.requireVersion(seen);
        decision.because(reason);
        journal.record(decision, actor, new DecisionEvent.Withdrawn(reason));
        flow.withdrawn(decision);
        decisions.flush();
        return decision;
    }
}
