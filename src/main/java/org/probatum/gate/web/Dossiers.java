package org.probatum.gate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.decision.Stage;
import org.probatum.decision.Validity;
import org.probatum.gate.Case;
import org.probatum.gate.Checklist;
import org.probatum.gate.GateReport;
import org.probatum.gate.Gates;
import org.probatum.gate.Reviews;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.TeamRole;
import org.probatum.risk.QuestionPublished;
import org.probatum.shared.web.Words;

/** Lays a decision open for its pages: one read of each thing on file, whatever the page shows of it. */
@ApplicationScoped
class Dossiers {
    private static final int HISTORY = 15;

    private final Decisions decisions;
    private final Gates gates;
    private final Reviews reviews;
    private final Journal journal;
    private final DecisionFlow flow;
    private final People people;

    Dossiers(Decisions decisions, Gates gates, Reviews reviews, Journal journal, DecisionFlow flow, People people) {
        this.decisions = decisions;
        this.gates = gates;
        this.reviews = reviews;
        this.journal = journal;
        this.flow = flow;
        this.people = people;
    }

    /** The decision as the actor sees it, with the report of the gate it stands before. */
    Dossier open(Actor actor, String key) {
        Decision decision = decisions.visible(actor, key);
        return open(actor, decision, decision.stage().gate());
    }

    /** The decision with the report of one gate. */
    Dossier open(Actor actor, Decision decision, @Nullable Gate gate) {
        Case laid = gates.lay(decision);
        Names names = names(decision);
        String author = names.of(decision.authorId(), people);
        List<Dossier.Reviewed> given = reviews.of(decision.id()).stream()
                .map(signed -> new Dossier.Reviewed(signed.review(), signed.reviewer(), signed.onBehalfOf()))
                .toList();
        List<RiskRow> risks = RiskRow.of(actor, laid, names);
        @Nullable GateReport report = gate == null ? null : gates.report(laid, gate);
        boolean atGate = report != null && decision.stage().gate() == gate;
        return new Dossier(
                head(actor, decision, laid, author, given),
                Road.of(decision, reached(given)),
                ending(decision),
                report == null || !atGate ? null : NextStep.of(actor, laid, report, risks, names, author),
                decision.material(),
                OptionRow.first(decision.material()),
                OptionRow.of(laid, names),
                ComparisonCard.of(laid),
                ClaimRow.of(laid),
                risks,
                RunRow.of(
                        decision.material(),
                        laid.runs(),
                        laid.plan(),
                        mayBeDisturbed(laid) ? laid.disturbances() : List.of()),
                gate == Gate.VERIFICATION || gate == Gate.PUBLICATION ? Checklist.of(laid) : List.of(),
                report == null ? null : view(report, decision),
                given,
                journal.entries(decision.id(), Integer.MAX_VALUE, HISTORY),
                DeviationCard.criteria(laid),
                flow.picture(decision, reached(given)),
                names);
    }

    Names names(Decision decision) {
        return new Names(people.membersOf(decision.teamId()));
    }

    static Dossier.GateView view(GateReport report, Decision decision) {
        return new Dossier.GateView(
                report.gate(),
                report.material(),
                ReportLine.of(report, decision),
                report.unmet().size());
    }

    private static Dossier.Head head(
            Actor actor, Decision decision, Case laid, String author, List<Dossier.Reviewed> given) {
        String seal = decision.criteriaSeal();
        boolean sentBack = !decision.stage().ended() && !decision.inReview() && decision.reason() != null;
        return new Dossier.Head(
                decision.id(),
                decision.escalated().open() > 0,
                decision.key(),
                decision.version(),
                decision.profile().title(),
                laid.team().name(),
                decision.tier(),
                decision.profile(),
                decision.stage(),
                decision.validity(),
                decision.stage() == Stage.PUBLISHED && QuestionPublished.mayQuestion(actor, decision),
                decision.inReview(),
                decision.dueAt(),
                author,
                decision.filedAt(),
                Words.brief(decision.policy()),
                seal == null ? null : Words.brief(seal),
                seal == null || seal.equals(decision.criteriaDigest()),
                decision.eventCount(),
                sentBack && isSentBack(decision, given) ? decision.reason() : null,
                actor.holds(TeamRole.MEMBER, decision.teamId()),
                decision.authorId() == actor.id() && !decision.stage().ended(),
                laid.team().tolerance().toLowerCase(java.util.Locale.ROOT));
    }

    /** The newest review sent the decision back to the stage it is at. */
    private static boolean isSentBack(Decision decision, List<Dossier.Reviewed> given) {
        return !given.isEmpty()
                && given.get(0).review().gate() == decision.stage().gate()
                && given.get(0).look().equals("warn");
    }

    /** How far an ended decision came, as its reviews tell. */
    private static Stage reached(List<Dossier.Reviewed> given) {
        if (given.isEmpty()) {
            return Stage.SCOPING;
        }
        Gate last = given.get(0).review().gate();
        return given.get(0).look().equals("good") && last != Gate.PUBLICATION
                ? Stage.of(Gate.values()[last.ordinal() + 1])
                : Stage.of(last);
    }

    private static Dossier.@Nullable Ending ending(Decision decision) {
        String reason = decision.reason() == null ? "" : decision.reason();
        String when = Words.day(decision.stageSince());
        return switch (decision.stage()) {
            case PUBLISHED -> published(decision, when);
            case DECLINED ->
                new Dossier.Ending(
                        "bad", "✕", "Declined at intake on " + when, reason, "/decisions/new", "File another decision");
            case REJECTED -> new Dossier.Ending("bad", "✕", "Rejected on " + when, reason, null, "");
            case WITHDRAWN -> new Dossier.Ending("mute", "↩", "Withdrawn on " + when, reason, null, "");
            default -> null;
        };
    }

    /** Cited evidence of what holds is as it was: else it would be questioned. */
    private static boolean mayBeDisturbed(Case laid) {
        boolean holds = laid.decision().stage().ended() && laid.decision().validity() == Validity.HOLDS;
        return !holds && !laid.runs().isEmpty();
    }

    private static Dossier.Ending published(Decision decision, String when) {
        String since = decision.validitySince() == null ? "" : Words.day(decision.validitySince());
        String record = "/log/" + decision.key();
        return switch (decision.validity()) {
            case HOLDS ->
                new Dossier.Ending(
                        "good",
                        "✓",
                        "Published on " + when,
                        "It is in the decision log as it was decided; nothing about it changes any more.",
                        record,
                        "Read the record");
            case REAFFIRMED ->
                new Dossier.Ending(
                        "good",
                        "✓",
                        "Published on " + when + ", reaffirmed on " + since,
                        "It was questioned, and somebody without a hand in it said that it holds.",
                        record,
                        "Read the record");
            case QUESTIONED ->
                new Dossier.Ending(
                        "warn",
                        "?",
                        "Questioned since " + since,
                        "Published on " + when
                                + ". Something it rests on gave way: do not rely on it until it is answered.",
                        record,
                        "Read the record");
            case SUPERSEDED ->
                new Dossier.Ending(
                        "warn",
                        "→",
                        "Superseded on " + since,
                        "Published on " + when + "; " + decision.supersededBy()
                                + " takes its place, and it stays on record as it was.",
                        record,
                        "Read the record");
            case REVOKED ->
                new Dossier.Ending(
                        "bad",
                        "✕",
                        "Revoked on " + since,
                        "Published on " + when + "; it holds no more, and stays on record as it was decided.",
                        record,
                        "Read the record");
        };
    }
}
