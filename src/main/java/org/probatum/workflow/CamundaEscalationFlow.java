package org.probatum.workflow;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.risk.Escalation;
import org.probatum.risk.EscalationFlow;
import org.probatum.risk.FollowUpRow;
import org.probatum.workflow.step.CaseId;

/** Moves the processes beside a decision's own: each call starts one or completes its one wait state. */
@Singleton
public class CamundaEscalationFlow implements EscalationFlow {
    private final Engine engine;

    CamundaEscalationFlow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void raised(Escalation escalation) {
        engine.runtime()
                .startProcessInstanceById(engine.process("RiskEscalation"), CaseId.ofEscalation(escalation.id()));
    }

    @Override
    public void over(Escalation escalation) {
        complete(escalation.taskId(), "escalation " + escalation.id());
    }

    @Override
    public void promised(FollowUpRow followUp) {
        engine.runtime().startProcessInstanceById(engine.process("FollowUp"), CaseId.ofFollowUp(followUp.id()));
    }

    @Override
    public void published(long decision) {
        engine.runtime().startProcessInstanceById(engine.process("AfterPublication"), CaseId.ofPublished(decision));
    }

    @Override
    public void over(FollowUpRow followUp) {
        complete(followUp.taskId(), "follow-up " + followUp.id());
    }

    private void complete(@Nullable String task, String what) {
        engine.tasks().complete(Objects.requireNonNull(task, () -> what + " waits nowhere"));
    }
}
