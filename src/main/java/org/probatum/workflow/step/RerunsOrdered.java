package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.probatum.gate.CheckReproducibility;

/** Orders what has to be run again and answers "ordered" or "none". */
@Singleton
public class RerunsOrdered implements JavaDelegate {
    private final CheckReproducibility checkReproducibility;

    RerunsOrdered(CheckReproducibility checkReproducibility) {
        this.checkReproducibility = checkReproducibility;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer = checkReproducibility.begin(DecisionId.of(execution)) ? "ordered" : "none";
        execution.setVariable("answer", Variables.stringValue(answer, true));
    }
}
