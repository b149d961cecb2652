package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.probatum.risk.WatchFollowUps;

/** Tells the timers of a follow-up when to go off. */
@Singleton
public class FollowUpDue {
    private final WatchFollowUps watchFollowUps;

    FollowUpDue(WatchFollowUps watchFollowUps) {
        this.watchFollowUps = watchFollowUps;
    }

    /** The moment the person who answers for it is reminded. */
    public Date reminderAt(DelegateExecution execution) {
        return Date.from(watchFollowUps.reminderAt(CaseId.followUp(execution)));
    }

    /** From the moment it is overdue, once a day until it is done (ISO 8601 repetition). */
    public String overdueCycle(DelegateExecution execution) {
        return "R/" + watchFollowUps.dueAt(CaseId.followUp(execution)).truncatedTo(ChronoUnit.SECONDS) + "/P1D";
    }
}
