package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.probatum.decision.Intake;

/** Judges the boundary and answers "accepted" or "declined". */
@Singleton
public class IntakeJudged implements JavaDelegate {
    private final Intake intake;

    IntakeJudged(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer = intake.accepts(DecisionId.of(execution)) ? "accepted" : "declined";
        execution.setVariable("answer", Variables.stringValue(answer, true));
    }
}
