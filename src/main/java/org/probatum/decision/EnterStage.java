package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import org.probatum.people.WorkingDays;

/** A step of the process: the author's work on a stage begins, or begins again. Passing the scope gate seals the criteria, once and for ever. */
@ApplicationScoped
public class EnterStage {
    /** How many working days an author has for a stage before the inbox shows it as late. */
    private static final int WORKING_DAYS = 10;

    private final Decisions decisions;
    private final Journal journal;
    private final Event<StageChanged> listeners;
    private final Clock clock;

    EnterStage(Decisions decisions, Journal journal, Event<StageChanged> listeners, Clock clock) {
        this.decisions = decisions;
        this.journal = journal;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** The same, stopped: until there is other evidence, nothing goes on. */
    public void stop(long decisionId, Stage stage, String taskId) {
        enter(decisionId, stage, taskId, true);
    }

    public void enter(long decisionId, Stage stage, String taskId) {
        enter(decisionId, stage, taskId, false);
    }

    private void enter(long decisionId, Stage stage, String taskId, boolean stopped) {
        Decision decision = decisions.byId(decisionId);
        Instant now = clock.instant();
        Instant due = WorkingDays.after(now, WORKING_DAYS, decision.team().calendar());
        if (stage == Stage.OPTIONS && decision.stage() == Stage.SCOPING && decision.criteriaSeal() == null) {
            decision.seal(decision.criteriaDigest());
            journal.record(decision, new DecisionEvent.CriteriaSealed(String.valueOf(decision.criteriaSeal())));
        }
        decision.enter(stage, taskId, due, now);
        if (stopped) {
            decision.stop();
        }
        listeners.fire(new StageChanged(decision));
    }
}
