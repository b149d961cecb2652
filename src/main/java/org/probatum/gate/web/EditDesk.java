package org.probatum.gate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.gate.Case;
import org.probatum.gate.Gates;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** What every edit page shows around its form: the decision, the gate the part leads to, and why it is closed if it is. */
@ApplicationScoped
class EditDesk {
    private final Decisions decisions;
    private final Gates gates;
    private final Dossiers dossiers;

    EditDesk(Decisions decisions, Gates gates, Dossiers dossiers) {
        this.decisions = decisions;
        this.gates = gates;
        this.dossiers = dossiers;
    }

    /** A part as the row of parts shows it. */
    record Tab(Part part, String label) {}

    /** The frame around an edit form; closed is empty when the form may be sent. */
    record Frame(
            String key,
            int version,
            String title,
            Part part,
            String name,
            String closed,
            boolean inReview,
            List<Tab> parts,
            Dossier.@Nullable GateView gate) {}

    /** A decision on the desk. */
    record Desk(Decision decision, Case laid, Names names, Frame frame) {}

    Desk lay(Actor actor, String key, Part part) {
        Decision decision = decisions.visible(actor, key);
        Case laid = gates.lay(decision);
        Gate gate = decision.stage().gate();
        return new Desk(
                decision,
                laid,
                dossiers.names(decision),
                new Frame(
                        key,
                        decision.version(),
                        decision.profile().title(),
                        part,
                        name(part),
                        closed(actor, decision, part),
                        decision.inReview(),
                        Stream.of(
                                        Part.PROFILE,
                                        Part.SCOPE,
                                        Part.TRACKING_PLAN,
                                        Part.OPTIONS,
                                        Part.TRADE_OFFS,
                                        Part.RISKS,
                                        Part.ROLLOUT,
                                        Part.RUNS,
                                        Part.FOLLOW_UPS,
                                        Part.SUMMARY)
                                .map(one -> new Tab(one, label(one)))
                                .toList(),
                        gate == null ? null : Dossiers.view(gates.report(laid, gate), decision)));
    }

    static String name(Part part) {
        return switch (part) {
            case ROLLOUT, ROLLBACK -> "rollout and rollback";
            case TRACKING_PLAN -> "logging plan";
            default -> part.words();
        };
    }

    private static String label(Part part) {
        String name = name(part);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String closed(Actor actor, Decision decision, Part part) {
        try {
            ReviseMaterial.requireOpen(actor, decision, part);
            return "";
        } catch (Problem refused) {
            return refused.detail();
        }
    }
}
