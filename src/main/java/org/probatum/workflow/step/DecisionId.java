package org.probatum.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A process carries its decision's id as its business key, and so do the gates it calls. */
final class DecisionId {
    private DecisionId() {}

    static long of(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }
}
