package org.probatum.gate;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Objects;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.DecisionFlow.Answer;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.decision.RerunEvent;

/** Lets a decision past its gate when, and only when, every requirement is met, every seat filled and nobody against it. */
@ApplicationScoped
class PassGate {
    private final Gates gates;
    private final Reviews reviews;
    private final DecisionFlow flow;
    private final Journal journal;

    PassGate(Gates gates, Reviews reviews, DecisionFlow flow, Journal journal) {
        this.gates = gates;
        this.reviews = reviews;
        this.flow = flow;
        this.journal = journal;
    }

    /** Passes the gate if nothing stands in the way. */
    boolean pass(Decision decision, GateReport report, Tally tally) {
        if (!report.isMet() || !tally.carries()) {
            return false;
        }
        List<DecisionEvent.Seat> seats = tally.quorum().seats().stream()
                .map(seat -> new DecisionEvent.Seat(seat.takes(), Objects.requireNonNull(seat.person())))
                .toList();
        journal.record(
                decision, new DecisionEvent.GatePassed(report.gate(), decision.round(), report.material(), seats));
        flow.decided(decision, Answer.PASSED);
        return true;
    }

    /**
     * What happens while a gate is open may outdate reviews, or clear the last thing that stood in the way. Counted before
     * the inbox hears of it, so that it asks the right people.
     */
    void happened(@Observes @Priority(Interceptor.Priority.APPLICATION) Journal.Recorded recorded) {
        Decision decision = recorded.decision();
        if (!decision.inReview() || !matters(recorded.event())) {
            return;
        }
        List<Tally.Cast> votes = reviews.round(decision);
        if (votes.isEmpty()) {
            return;
        }
        Gate gate = Objects.requireNonNull(decision.stage().gate());
        GateReport report = gates.report(decision, gate);
        Tally tally = Tally.of(decision, votes, report.material());
        tally.on(decision);
        pass(decision, report, tally);
    }

    private static boolean matters(DecisionEvent event) {
        return event instanceof DecisionEvent.MaterialRevised
                || event instanceof DecisionEvent.CriteriaDeviated
                || event instanceof DecisionEvent.DeviationAnswered
                || event instanceof DecisionEvent.TradeOffAssessed
                || event instanceof DecisionEvent.RunAttached
                || event instanceof DecisionEvent.ComparisonFiled
                || event instanceof RerunEvent.RunJudged
                || event instanceof DecisionEvent.RiskAccepted
                || event instanceof DecisionEvent.WaiverGranted
                || event instanceof DecisionEvent.EscalationAnswered
                || event instanceof DecisionEvent.EscalationClosed
                || event instanceof DecisionEvent.RejectionEnded ended
                        && ended.outcome().equals("WITHDRAWN");
    }
}
