package org.probatum.workflow;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.variable.Variables;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.Stage;

/** Moves a decision's process: each call completes the one wait state that the action stands for, in its transaction. */
@Singleton
public class CamundaDecisionFlow implements DecisionFlow {
    /** The domain fences reruns itself; to the engine it is one worker, and locks and completes in one transaction. */
    private static final String WORKER = "probatum";

    private static final long LOCK_MILLIS = 60_000;

    private final Engine engine;
    private final ProcessPictures pictures;

    CamundaDecisionFlow(Engine engine, ProcessPictures pictures) {
        this.engine = engine;
        this.pictures = pictures;
    }

    @Override
    public void start(Decision decision) {
        engine.runtime().startProcessInstanceById(engine.decisionProcess(), String.valueOf(decision.id()));
    }

    @Override
    public void submitted(Decision decision) {
        engine.tasks().complete(taskOf(decision));
    }

    @Override
    public void decided(Decision decision, Answer answer) {
        String word =
                switch (answer) {
                    case PASSED -> "passed";
                    case CHANGES_REQUESTED -> "changesRequested";
                    case REJECTED -> "rejected";
                };
        // A transient word routes the process within this transaction and is never stored.
        engine.tasks().complete(taskOf(decision), Map.of("answer", Variables.stringValue(word, true)));
    }

    @Override
    public void rerunsOver(Decision decision) {
        ExternalTask work = engine.external()
                .createExternalTaskQuery()
                .processInstanceId(engine.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(String.valueOf(decision.id()), "ReproducibilityCheck")
                        .singleResult()
                        .getId())
                .singleResult();
        engine.external().lock(work.getId(), WORKER, LOCK_MILLIS);
        engine.external().complete(work.getId(), WORKER);
    }

    @Override
    public void withdrawn(Decision decision) {
        engine.runtime()
                .createMessageCorrelation("DecisionWithdrawn")
                .processInstanceBusinessKey(String.valueOf(decision.id()))
                .correlate();
    }

    @Override
    public String picture(Decision decision, Stage reached) {
        return pictures.of(decision, reached);
    }

    @Override
    public String picture(Stage stage, boolean inReview, Stage reached) {
        return pictures.of(stage, inReview, reached);
    }

    private static String taskOf(Decision decision) {
        return Objects.requireNonNull(decision.taskId(), () -> decision.key() + " waits nowhere");
    }
}
