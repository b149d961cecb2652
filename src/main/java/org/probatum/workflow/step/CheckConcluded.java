package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.probatum.gate.CheckReproducibility;

/** Concludes the check and answers "reproduced", "notReproduced" or "inconclusive". */
@Singleton
public class CheckConcluded implements JavaDelegate {
    private final CheckReproducibility checkReproducibility;

    CheckConcluded(CheckReproducibility checkReproducibility) {
        this.checkReproducibility = checkReproducibility;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer =
                switch (checkReproducibility.conclude(DecisionId.of(execution))) {
                    case REPRODUCED -> "reproduced";
                    case NOT_REPRODUCED -> "notReproduced";
                    case INCONCLUSIVE -> "inconclusive";
                };
        execution.setVariable("answer", Variables.stringValue(answer, true));
    }
}
