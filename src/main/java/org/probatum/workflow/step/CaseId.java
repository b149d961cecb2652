package org.probatum.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What waits beside a decision carries its own kind and number as its business key: {@code escalation-12}, {@code follow-up-7}. */
public final class CaseId {
    private static final String ESCALATION = "escalation-";
    private static final String FOLLOW_UP = "follow-up-";
    private static final String PUBLISHED = "published-";

    private CaseId() {}

    /** The business key of an escalation's process. */
    public static String ofEscalation(long id) {
        return ESCALATION + id;
    }

    /** The business key of a follow-up's process. */
    public static String ofFollowUp(long id) {
        return FOLLOW_UP + id;
    }

    /** The business key of what follows a decision's publication. */
    public static String ofPublished(long decision) {
        return PUBLISHED + decision;
    }

    static long escalation(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey().substring(ESCALATION.length()));
    }

    static long followUp(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey().substring(FOLLOW_UP.length()));
    }

    static long published(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey().substring(PUBLISHED.length()));
    }
}
