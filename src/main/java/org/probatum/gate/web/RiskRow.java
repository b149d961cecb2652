package org.probatum.gate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.material.Risk;
import org.probatum.gate.Case;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.people.Voice;
import org.probatum.risk.AcceptRisk;
import org.probatum.risk.Acceptance;
import org.probatum.risk.Level;
import org.probatum.risk.Rating;
import org.probatum.shared.Json;

/** A risk as a page shows it: how grave before and after mitigation, whether what is left may stand, and who can let it. */
record RiskRow(
        Risk risk,
        @Nullable Rating inherent,
        @Nullable Rating residual,
        @Nullable String owner,
        boolean above,
        @Nullable Acceptance acceptance,
        boolean lapsed,
        boolean mine,
        String absentOwner,
        String whoAccepts) {

    /** The risk as it reads now, so that nobody accepts another text than the one they saw. */
    public String seen() {
        return Json.digest(risk);
    }

    /** The name of the form that accepts it. */
    public String form() {
        return "risk-" + risk.id();
    }

    /** It needs somebody's word and has none. */
    public boolean open() {
        return above && acceptance == null;
    }

    static List<RiskRow> of(Actor actor, Case laid, Names names) {
        return laid.material().risks().stream()
                .map(risk -> row(actor, laid, risk, names))
                .toList();
    }

    private static RiskRow row(Actor actor, Case laid, Risk risk, Names names) {
        Decision decision = laid.decision();
        Level tolerance = Level.valueOf(laid.team().tolerance());
        List<Acceptance> acceptances = laid.acceptances();
        @Nullable Rating residual = laid.ratings().residual(risk).orElse(null);
        @Nullable
        Acceptance standing = acceptances.stream()
                .filter(a -> a.covers(decision, risk, laid.today()))
                .reduce((earlier, later) -> later)
                .orElse(null);
        boolean lapsed = standing == null
                && acceptances.stream().anyMatch(a -> a.riskId().equals(risk.id()));
        @Nullable
        Voice voice = decision.stage().ended()
                ? null
                : AcceptRisk.accepting(actor, decision, risk).orElse(null);
        @Nullable String owner = risk.owner() == null ? null : names.of(risk.owner());
        return new RiskRow(
                risk,
                laid.ratings().inherent(risk).orElse(null),
                residual,
                owner,
                residual != null && residual.level().compareTo(tolerance) > 0,
                standing,
                lapsed,
                voice != null,
                voice == null || voice.forName() == null ? "" : voice.forName(),
                whoAccepts(decision, owner, names));
    }

    private static String whoAccepts(Decision decision, @Nullable String owner, Names names) {
        List<String> able = names.holding(TeamRole.RISK_OWNER, decision.barred());
        if (owner == null) {
            return "Name an owner first; " + Names.either(able, "nobody in the team") + " could accept it.";
        }
        return able.contains(owner)
                ? owner + " can accept it with an expiry, or it can be mitigated."
                : owner + " owns it and cannot accept it: that takes a risk owner of the team who did not work on the"
                        + " material (" + Names.either(able, "nobody") + ").";
    }
}
