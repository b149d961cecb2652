package org.probatum.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.decision.RerunEvent;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.shared.Problem;

/** Says that the work on a stage is done. Its gate opens only when nothing is missing: nobody is asked to review what cannot pass. */
@ApplicationScoped
public class SubmitStage {
    /** What came of it. */
    public sealed interface Outcome {
        /** It went on: the gate waits for its review, or decisive runs are run again before it opens. */
        record GateOpened(Decision decision) implements Outcome {}

        /** Something is still missing; the report says what would do. */
        record NotReady(Decision decision, GateReport report) implements Outcome {}
    }

    private final Decisions decisions;
    private final Gates gates;
    private final CheckReproducibility checkReproducibility;
    private final DecisionFlow flow;
    private final Journal journal;

    SubmitStage(
            Decisions decisions,
            Gates gates,
            CheckReproducibility checkReproducibility,
            DecisionFlow flow,
            Journal journal) {
        this.decisions = decisions;
        this.gates = gates;
        this.checkReproducibility = checkReproducibility;
        this.flow = flow;
        this.journal = journal;
    }

    @Transactional
    public Outcome submit(Actor actor, String key, int seen) {
        Decision decision = decisions.locked(actor, key);
        if (!actor.holds(TeamRole.MEMBER, decision.teamId())) {
            throw Problem.forbidden("members-submit", "Only members of the decision's team submit it.");
        }
        Gate gate = decision.stage().gate();
        if (gate == null) {
            throw Problem.conflict(
                    "already-ended", key + " is " + decision.stage().title() + "; nothing is left to submit.");
        }
        if (decision.inReview()) {
            throw Problem.conflict(
                    "already-in-review", "The " + gate.title() + " gate of " + key + " is open already.");
        }
        decision.requireVersion(seen);
        if (decision.rerunning()) {
            throw Problem.conflict(
                    "being-rerun",
                    "Decisive runs of " + key + " are being run again; its gate opens when they are reproduced.");
        }
        if (decision.stopped()) {
            return resume(actor, decision);
        }
        Case laid = gates.lay(decision);
        GateReport report = gates.report(laid, gate);
        if (!CheckReproducibility.untold(laid, report).isEmpty()) {
            return new Outcome.NotReady(decision, report);
        }
        flow.submitted(decision);
        journal.record(decision, actor, new DecisionEvent.StageSubmitted(gate, decision.round(), report.material()));
        decisions.flush();
        return new Outcome.GateOpened(decision);
    }

    /** Takes a verification up again that was stopped: once nothing that was not reproduced decides any more. */
    private Outcome resume(Actor actor, Decision decision) {
        List<String> failed = checkReproducibility.failed(gates.lay(decision));
        if (!failed.isEmpty()) {
            throw Problem.conflict(
                    "not-reproduced",
                    decision.key() + " still turns on " + String.join(", ", failed) + ", not reproduced when run again."
                            + " Attach a corrected run and cite it instead, or have it run again once what was missing"
                            + " is back.");
        }
        journal.record(decision, actor, new RerunEvent.VerificationResumed());
        flow.submitted(decision);
        decisions.flush();
        return new Outcome.GateOpened(decision);
    }
}
