package org.probatum.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.decision.RerunEvent;
import org.probatum.decision.StageChanged;
import org.probatum.rerun.RerunDuty;
import org.probatum.rerun.RunVerdict;
import org.probatum.rerun.Verdict;
import org.probatum.rerun.Verdicts;
import org.probatum.rerun.queue.OrderReruns;
import org.probatum.rerun.queue.RerunsJudged;
import org.probatum.rerun.verdict.DecisiveRuns;

/** Between the work on a verification and its review: decisive runs are run again, and only what is reproduced is reviewed. */
@ApplicationScoped
public class CheckReproducibility {
    /** What came of it. */
    public enum Conclusion {
        /** Nothing stands in the way of a review. */
        REPRODUCED,
        /** A decisive run was not reproduced. */
        NOT_REPRODUCED,
        /** A rerun could not tell, or something else is missing by now. */
        INCONCLUSIVE
    }

    private final Decisions decisions;
    private final Gates gates;
    private final OrderReruns orderReruns;
    private final Verdicts verdicts;
    private final RerunDuty duty;
    private final DecisionFlow flow;
    private final Journal journal;
    private final Event<StageChanged> listeners;

    CheckReproducibility(
            Decisions decisions,
            Gates gates,
            OrderReruns orderReruns,
            Verdicts verdicts,
            RerunDuty duty,
            DecisionFlow flow,
            Journal journal,
            Event<StageChanged> listeners) {
        this.decisions = decisions;
        this.gates = gates;
        this.orderReruns = orderReruns;
        this.verdicts = verdicts;
        this.duty = duty;
        this.flow = flow;
        this.journal = journal;
        this.listeners = listeners;
    }

    /** Has run again what is not reproduced yet; false when nothing is left to run. */
    public boolean begin(long decisionId) {
        Decision decision = decisions.byId(decisionId);
        if (!duty.isBinding() || orderReruns.orderMissing(decision) == 0) {
            return false;
        }
        decision.rerun();
        listeners.fire(new StageChanged(decision));
        return true;
    }

    void judged(@Observes RerunsJudged judged) {
        if (judged.decision().rerunning()) {
            flow.rerunsOver(judged.decision());
        }
    }

    public Conclusion conclude(long decisionId) {
        Decision decision = decisions.byId(decisionId);
        Case laid = gates.lay(decision);
        List<String> failed = duty.isBinding() ? failed(laid) : List.of();
        if (!failed.isEmpty()) {
            decision.because("Not reproduced: " + String.join(", ", failed) + ".");
            journal.record(decision, new RerunEvent.VerificationStopped(failed));
            return Conclusion.NOT_REPRODUCED;
        }
        GateReport report = gates.report(laid, Gate.VERIFICATION);
        if (report.isMet()) {
            return Conclusion.REPRODUCED;
        }
        decision.because(report.unmet().get(0).because());
        return Conclusion.INCONCLUSIVE;
    }

    /** What stands in the way and is not told by running the decisive runs again. */
    public static List<GateReport.Line> untold(Case laid, GateReport report) {
        return report.unmet().stream()
                .filter(line -> !line.id().equals("verification.reproduced"))
                .filter(line -> !line.id().equals("verification.checklist")
                        || Checklist.of(laid).stream()
                                .filter(Checklist.Item::blocks)
                                .anyMatch(Checklist.Item::waivable))
                .toList();
    }

    /** The decisive runs whose newest verdict is that they are not reproduced. */
    List<String> failed(Case laid) {
        DecisiveRuns decisive = DecisiveRuns.of(laid.material(), laid.runs());
        return verdicts.of(laid.decision().id()).stream()
                .filter(one -> one.verdict() == Verdict.NOT_REPRODUCED && decisive.has(one.run()))
                .map(RunVerdict::reference)
                .toList();
    }
}
