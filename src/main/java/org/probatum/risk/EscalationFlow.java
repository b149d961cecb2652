package org.probatum.risk;

/**
 * The port to the workflow of what waits beside a decision's own process. Each call acts within the caller's transaction;
 * the processes call back {@link ClimbEscalation}, {@link RateEscalation}, {@link StartFollowUps} and {@link WatchFollowUps}.
 */
public interface EscalationFlow {
    /** Starts the process that waits for the answer. */
    void raised(Escalation escalation);

    /** The answer is there, or its cause is gone. */
    void over(Escalation escalation);

    /** Soon after this transaction, in one of its own, {@link StartFollowUps#begin} is called. */
    void published(long decision);

    /** Starts the process that reminds, waits for the day and escalates after it. */
    void promised(FollowUpRow followUp);

    /** It is done, or owed no more; a follow-up whose wait has begun. */
    void over(FollowUpRow followUp);
}
