package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.probatum.decision.EnterStage;
import org.probatum.decision.Stage;

/** The author's work on a stage waits from now on. */
@Singleton
public class StageEntered implements TaskListener {
    private final EnterStage enterStage;

    StageEntered(EnterStage enterStage) {
        this.enterStage = enterStage;
    }

    @Override
    public void notify(DelegateTask task) {
        Stage stage = WaitStates.stageOf(task.getTaskDefinitionKey());
        if (task.getTaskDefinitionKey().equals(WaitStates.REPAIR)) {
            enterStage.stop(DecisionId.of(task.getExecution()), stage, task.getId());
        } else {
            enterStage.enter(DecisionId.of(task.getExecution()), stage, task.getId());
        }
    }
}
