package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.probatum.people.Calendar;
import org.probatum.people.WorkingDays;

/** The process's steps at a gate: set its terms, wait for the review, remind, report that it is late. */
@ApplicationScoped
public class OpenGate {
    private final Decisions decisions;
    private final Policy policy;
    private final Journal journal;
    private final Event<StageChanged> listeners;
    private final Clock clock;

    OpenGate(Decisions decisions, Policy policy, Journal journal, Event<StageChanged> listeners, Clock clock) {
        this.decisions = decisions;
        this.policy = policy;
        this.journal = journal;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Who fills the slot, until when, and when they are reminded. */
    public void setTerms(long decisionId) {
        Decision decision = decisions.byId(decisionId);
        Policy.Terms terms = decision.keep(policy.judgeTerms(gateOf(decision), decision.tier()));
        Calendar calendar = decision.team().calendar();
        Instant due = WorkingDays.after(clock.instant(), terms.workingDays(), calendar);
        decision.openGate(terms, due, WorkingDays.after(due, -terms.reminderDays(), calendar));
    }

    /** The review is waited for from now on. */
    public void awaitReview(long decisionId, String taskId) {
        Decision decision = decisions.byId(decisionId);
        decision.awaitReview(taskId);
        listeners.fire(new StageChanged(decision));
    }

    /** When the reviewers are reminded. */
    public Instant reminderAt(long decisionId) {
        return Objects.requireNonNull(decisions.byId(decisionId).reminderAt());
    }

    /** When the gate is overdue. */
    public Instant dueAt(long decisionId) {
        return Objects.requireNonNull(decisions.byId(decisionId).dueAt());
    }

    public void remind(long decisionId) {
        Decision decision = decisions.byId(decisionId);
        journal.record(decision, new DecisionEvent.ReviewersReminded(gateOf(decision), dueAt(decisionId)));
    }

    /** Lateness reaches whoever the gate's terms name; a gate whose due date was extended meanwhile is not late. */
    public void reportOverdue(long decisionId) {
        Decision decision = decisions.byId(decisionId);
        if (clock.instant().isBefore(dueAt(decisionId))) {
            return;
        }
        Gate gate = gateOf(decision);
        String reaches = policy.terms(gate, decision.tier()).escalateTo().name();
        journal.record(decision, new DecisionEvent.GateOverdue(gate, dueAt(decisionId), reaches));
    }

    private static Gate gateOf(Decision decision) {
        return Objects.requireNonNull(decision.stage().gate(), () -> decision.key() + " stands before no gate");
    }
}
