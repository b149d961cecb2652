package org.probatum.risk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.decision.Part;
import org.probatum.decision.Stage;
import org.probatum.decision.StageChanged;
import org.probatum.decision.material.Risk;

/** Raises what lies above tolerance or beyond appetite once trade-offs are weighed, and lets go of what no longer does. */
@ApplicationScoped
class WatchRisks {
    /** After the register, before anybody asks whether the gate passes, and before the inbox. */
    private static final int BEFORE_THE_GATE = Interceptor.Priority.APPLICATION - 500;

    private static final Set<Stage> WATCHED = EnumSet.of(Stage.TRADE_OFFS, Stage.VERIFICATION, Stage.PUBLICATION);

    private final Escalations escalations;
    private final Decisions decisions;
    private final RiskCrossings crossings;
    private final RaiseEscalation raise;
    private final EndEscalation end;
    private final FollowUps followUps;
    private final WatchAppetite appetite;

    WatchRisks(
            Escalations escalations,
            Decisions decisions,
            RiskCrossings crossings,
            RaiseEscalation raise,
            EndEscalation end,
            FollowUps followUps,
            WatchAppetite appetite) {
        this.escalations = escalations;
        this.decisions = decisions;
        this.crossings = crossings;
        this.raise = raise;
        this.end = end;
        this.followUps = followUps;
        this.appetite = appetite;
    }

    void moved(@Observes @Priority(BEFORE_THE_GATE) StageChanged change) {
        Decision decision = change.decision();
        if (decision.stage() == Stage.TRADE_OFFS && !decision.inReview()) {
            look(decision, false, true);
        } else if (decision.stage().ended()) {
            escalations.open(decision).stream()
                    .filter(one ->
                            decision.stage() != Stage.PUBLISHED || one.kind() != EscalationKind.ACCEPTANCE_EXPIRING)
                    .forEach(one -> end.close(
                            decision,
                            one,
                            "the decision is " + decision.stage().title().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    /** Other bounds measure the same risks otherwise; a gate passed by the old ones stays passed. */
    void bounded(@Observes SetAppetite.Changed change) {
        decisions
                .list("team = ?1 and standing.stage = ?2", change.team(), Stage.TRADE_OFFS)
                .forEach(decision -> look(decisions.lockedById(decision.id()), false, true));
    }

    void happened(@Observes @Priority(BEFORE_THE_GATE) Journal.Recorded recorded) {
        DecisionEvent event = recorded.event();
        if (event instanceof DecisionEvent.AcceptanceRevoked revoked) {
            followUps.endAcceptance(recorded.decision(), revoked.risk(), "the acceptance was taken back");
        }
        boolean revised =
                event instanceof DecisionEvent.MaterialRevised one && one.part().equals(Part.RISKS.words());
        if (isWatched(recorded.decision())
                && (revised
                        || event instanceof DecisionEvent.MaterialRevised
                        || event instanceof DecisionEvent.CriteriaDeviated
                        || event instanceof DecisionEvent.RunAttached
                        || event instanceof DecisionEvent.ComparisonFiled
                        || event instanceof DecisionEvent.RiskAccepted
                        || event instanceof DecisionEvent.AcceptanceRevoked)) {
            look(recorded.decision(), revised, event instanceof DecisionEvent.RiskAccepted);
        }
    }

    private static boolean isWatched(Decision decision) {
        return WATCHED.contains(decision.stage());
    }

    private void look(Decision decision, boolean revised, boolean accepted) {
        List<Risk> above = crossings.above(decision);
        if (above.isEmpty() && decision.escalated().open() == 0) {
            return;
        }
        List<Escalation> open = escalations.open(decision);
        boolean weighed = decision.stage() == Stage.TRADE_OFFS;
        List<Risk> uncovered = weighed ? crossings.uncovered(decision, above) : crossings.lapsed(decision, above);
        for (Risk risk : uncovered) {
            Crossing crossing = crossings.of(decision, risk);
            of(open, risk)
                    .ifPresentOrElse(
                            one -> measureAnew(decision, one, crossing, revised),
                            () -> raise.raise(decision, EscalationKind.RISK_ABOVE_TOLERANCE, crossing));
        }
        open.stream()
                .filter(one -> one.kind().ofRisk() || one.kind() == EscalationKind.ACCEPTANCE_EXPIRING)
                .filter(one -> above.stream().noneMatch(risk -> one.subject().equals(risk.id())))
                .forEach(one -> {
                    end.close(decision, one, "the risk is within the team's tolerance now");
                    followUps.endAcceptance(decision, one.subject(), "the risk is within the team's tolerance now");
                });
        appetite.look(decision, open, weighed || accepted);
    }

    /** A revision that leaves it above tolerance buys no time: level and due time stay, unless it was refused before. */
    private void measureAnew(Decision decision, Escalation one, Crossing crossing, boolean revised) {
        one.measured(crossing);
        if (revised && one.state() == EscalationState.REFUSED) {
            one.reopen(raise.due(decision, one.kind()));
        }
    }

    private static Optional<Escalation> of(List<Escalation> open, Risk risk) {
        return open.stream()
                .filter(one -> one.kind().ofRisk() && one.subject().equals(risk.id()))
                .findFirst();
    }
}
