package org.probatum.gate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.probatum.decision.Binding;
import org.probatum.decision.Decision;
import org.probatum.decision.Gate;
import org.probatum.risk.Escalation;
import org.probatum.risk.EscalationState;
import org.probatum.risk.Escalations;

/** The part of every gate's report that no requirement asks: that no escalation stands in its way, a line for each that does. */
@ApplicationScoped
class StandingEscalations {
    private static final int LAST = Integer.MAX_VALUE;

    private final Escalations escalations;

    StandingEscalations(Escalations escalations) {
        this.escalations = escalations;
    }

    /** Asks the database only when the decision counts one that blocks. */
    List<GateReport.Line> on(Decision decision, Gate gate) {
        return decision.escalated().blocking() == 0
                ? List.of()
                : escalations.open(decision).stream()
                        .filter(one -> one.kind().blocks())
                        .map(one -> line(one, gate))
                        .toList();
    }

    private static GateReport.Line line(Escalation one, Gate gate) {
        String level = one.level().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        boolean refused = one.state() == EscalationState.REFUSED;
        return new GateReport.Line(
                new Requirement.Question(
                        "escalation." + one.id(), "No escalation stands in the way", gate, LAST, false),
                Binding.REQUIRED,
                new Finding.Unsatisfied(
                        one.title() + ": " + one.measured() + "; " + one.threshold() + ". Beyond it by " + one.by()
                                + (refused ? "; it was refused." : "."),
                        refused
                                ? "What was demanded is done, or the " + level + " answers otherwise."
                                : "The " + level + " it has reached answers it, or its cause is mended."));
    }
}
