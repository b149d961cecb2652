package org.probatum.gate.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probatum.decision.Decision;
import org.probatum.decision.deviation.CriteriaHistory;
import org.probatum.decision.deviation.Deviation;
import org.probatum.gate.Case;
import org.probatum.gate.CriteriaDifference;
import org.probatum.shared.web.Words;

/** A deviation as pages show it: what it changed, where it stands, and whether whoever looks may explain or answer it. */
record DeviationCard(
        Deviation deviation,
        Deviation.State state,
        DifferenceCard difference,
        boolean explainable,
        boolean answerable) {
    /** What whoever looks may do. */
    record Rights(boolean author, long person, boolean open, boolean answers) {}

    private static final Rights NONE = new Rights(false, 0, false, false);

    /** The deviations of a decision laid open, to be read, and which criteria were changed when results could be known. */
    static Dossier.Criteria criteria(Case laid) {
        CriteriaHistory history = laid.criteria();
        Map<String, String> late = new LinkedHashMap<>();
        laid.material().scope().criteria().forEach(criterion -> history.changedAfterResults(criterion.id())
                .ifPresent(change -> late.put(criterion.id(), late(change))));
        return new Dossier.Criteria(of(laid.decision(), history, NONE), late);
    }

    private static String late(Deviation change) {
        return "changed on " + Words.day(change.at()) + ", after " + Words.of(change.runs(), "run")
                + " had been attached"
                + (change.sealed() ? " (deviation " + change.number() + ")" : " and before it was sealed");
    }

    static List<DeviationCard> of(Decision decision, CriteriaHistory history, Rights rights) {
        return history.deviations().stream()
                .map(one -> of(decision, one, rights))
                .toList();
    }

    private static DeviationCard of(Decision decision, Deviation one, Rights rights) {
        Deviation.State state = one.state(decision.barred());
        boolean maker = rights.author() || one.byId() != null && one.byId() == rights.person();
        return new DeviationCard(
                one,
                state,
                DifferenceCard.of("What it changed", "", CriteriaDifference.of(one)),
                rights.open() && maker && !state.settled(),
                rights.answers() && state == Deviation.State.EXPLAINED);
    }

    public String look() {
        return switch (state) {
            case APPROVED -> "good";
            case UNDONE -> "mute";
            case EXPLAINED -> "warn";
            case UNEXPLAINED, REJECTED, LAPSED -> "bad";
        };
    }

    public String mark() {
        return switch (state) {
            case APPROVED -> "✓";
            case UNDONE -> "↩";
            case EXPLAINED -> "◐";
            case UNEXPLAINED, REJECTED, LAPSED -> "✕";
        };
    }

    /** Who made it, in words. */
    public String maker() {
        return deviation.by() == null ? "Somebody past the service" : deviation.by();
    }

    /** What it was made in the face of. */
    public String results() {
        return deviation.runs() == 0
                ? "before any run was attached"
                : "when " + Words.of(deviation.runs(), "run") + " were attached and their results could be known";
    }

    /** The explanation that an answer is about; 0 while there is none. */
    public long asked() {
        return deviation.explained().map(Deviation.Explained::id).orElse(0L);
    }

    /** The names of its forms. */
    public String explainForm() {
        return "explain-" + deviation.number();
    }

    public String answerForm() {
        return "answer-" + deviation.number();
    }
}
