package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.probatum.risk.RateEscalation;

/** Rates what an escalation is about and answers "above" or "within". */
@Singleton
public class RiskRated implements JavaDelegate {
    private final RateEscalation rateEscalation;

    RiskRated(RateEscalation rateEscalation) {
        this.rateEscalation = rateEscalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer = rateEscalation.isAbove(CaseId.escalation(execution)) ? "above" : "within";
        execution.setVariable("answer", Variables.stringValue(answer, true));
    }
}
