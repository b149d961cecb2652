package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.probatum.decision.Intake;

/** Sets the tier. */
@Singleton
public class TierSet implements JavaDelegate {
    private final Intake intake;

    TierSet(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        intake.setTier(DecisionId.of(execution));
    }
}
