package org.probatum.gate.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.AssessTradeOff;
import org.probatum.decision.Decision;
import org.probatum.decision.Duties;
import org.probatum.decision.Gate;
import org.probatum.decision.Part;
import org.probatum.decision.Slot;
import org.probatum.decision.Stage;
import org.probatum.decision.material.Dimension;
import org.probatum.gate.Case;
import org.probatum.gate.CheckReproducibility;
import org.probatum.gate.GateReport;
import org.probatum.people.Actor;
import org.probatum.people.Competence;
import org.probatum.people.TeamRole;

/**
 * The one next thing: yours, with a way to do it, or whom the decision waits for.
 *
 * @param act the address of the act, below the decision's own; null when there is nothing to press
 * @param submit the act hands in the stage, which is a form and not a link
 * @param missing the requirements still to meet, when those are the next thing
 */
record NextStep(
        String title,
        String text,
        boolean yours,
        @Nullable String act,
        String verb,
        boolean submit,
        List<ReportLine> missing) {

    /** The next thing at a stage that has not ended. */
    static NextStep of(Actor actor, Case laid, GateReport report, List<RiskRow> risks, Names names, String author) {
        Decision decision = laid.decision();
        Gate gate = report.gate();
        if (decision.inReview()) {
            return review(actor, decision, gate, names);
        }
        if (decision.rerunning()) {
            return new NextStep(
                    "Decisive runs are being run again",
                    "From their manifests alone. The gate opens for review when they are reproduced; it is stopped when"
                            + " they are not.",
                    false,
                    "/reruns",
                    "Follow the reruns",
                    false,
                    List.of());
        }
        if (decision.stopped()) {
            return stopped(actor, decision, author);
        }
        List<String> untold = CheckReproducibility.untold(laid, report).stream()
                .map(GateReport.Line::id)
                .toList();
        List<ReportLine> missing = ReportLine.of(report, decision).stream()
                .filter(line -> untold.contains(line.line().id()))
                .toList();
        if (risks.stream().anyMatch(risk -> risk.open() && risk.mine())) {
            return yours(
                    "A risk above tolerance waits for your word",
                    "You own it. Accept it until a day, or ask the team to mitigate it.",
                    "#risks",
                    "Decide on the risk");
        }
        List<String> asked = assessable(actor, decision);
        if (!asked.isEmpty()) {
            return yours(
                    "Your assessment is asked for",
                    "You are competent in " + Names.joined(asked, " and ")
                            + ", and had no hand in the material. Rate every option there, with a reason.",
                    "/edit/" + Part.TRADE_OFFS.words(),
                    "Assess " + Names.joined(asked, " and "));
        }
        if (!actor.holds(TeamRole.MEMBER, decision.teamId())) {
            return waits(
                    "Waits for " + author,
                    missing.isEmpty()
                            ? "Everything the " + lower(gate)
                                    + " gate asks for is there; a member of the team submits it."
                            : things(missing.size()) + " missing before the " + lower(gate) + " gate can open.",
                    List.of());
        }
        if (missing.isEmpty()) {
            return new NextStep(
                    "Ready for the " + lower(gate) + " gate",
                    report.isMet()
                            ? "Everything this gate asks for is there. Submitting asks "
                                    + reviewers(decision, gate, names) + " to review it."
                            : "Submitting has every decisive run that is not reproduced yet run again from its manifest."
                                    + " When all are reproduced, " + reviewers(decision, gate, names)
                                    + " is asked to review it; when one is not, it is stopped.",
                    true,
                    "/submissions",
                    report.isMet() ? "Submit for review" : "Submit, and run again",
                    true,
                    List.of());
        }
        return new NextStep(
                things(missing.size()) + " missing before you can submit the " + lower(gate),
                gate == Gate.TRADE_OFFS && missing.stream().allMatch(NextStep::isOthers)
                        ? "What is left is for others: " + others(decision, names) + "."
                        : "The gate opens once these are met; nobody is asked to review before.",
                true,
                null,
                "",
                false,
                missing);
    }

    private static NextStep stopped(Actor actor, Decision decision, String author) {
        String text =
                decision.reason() + " Attach a corrected run and cite it instead, or have it run again once what was"
                        + " missing is back; then take the verification up again. The verdicts stay on record.";
        return actor.holds(TeamRole.MEMBER, decision.teamId())
                ? new NextStep(
                        "Stopped: a decisive run was not reproduced",
                        text,
                        true,
                        "/submissions",
                        "Take it up again",
                        true,
                        List.of())
                : waits("Stopped, and waits for " + author, text, List.of());
    }

    private static NextStep review(Actor actor, Decision decision, Gate gate, Names names) {
        String address = "/gates/" + gate.slug();
        List<String> open = decision.openSeats().stream().distinct().toList();
        Voices voices = Voices.of(actor, decision, open);
        boolean barred = !voices.barred().isEmpty();
        if (!decision.rejecting().isEmpty()) {
            boolean yours = !barred
                    && !decision.rejecting().contains(actor.id())
                    && !actor.fits(decision.teamId()).isEmpty();
            return new NextStep(
                    "A rejection waits for a second person's word",
                    "Somebody rejected the decision at the " + lower(gate)
                            + " gate. It ends when a second person confirms; it goes on when the rejection is withdrawn.",
                    yours,
                    address,
                    "See the rejection",
                    false,
                    List.of());
        }
        boolean again = decision.outdated().contains(actor.id());
        if (!barred && !decision.approved().contains(actor.id()) && (again || voices.any())) {
            return yours(
                    again
                            ? "What you approved has changed"
                            : "Your review is asked for" + (voices.own() ? "" : "," + voices.onBehalf()),
                    again
                            ? "Your approval counts for what you saw. Look at what changed, then vote again."
                            : "You would fill a seat of the " + lower(gate) + " gate as "
                                    + open.stream()
                                            .filter(voices.fits()::contains)
                                            .map(Slot::words)
                                            .collect(Collectors.joining(" or "))
                                    + ". Everything it requires is met; whether it convinces is yours to say.",
                    address,
                    "Review the " + lower(gate));
        }
        Set<Long> not = new HashSet<>(decision.barred());
        not.addAll(decision.approved());
        List<String> roles = open.stream().map(Slot::words).toList();
        List<String> able = open.stream()
                .flatMap(takes -> names.fitting(takes, not).stream())
                .distinct()
                .toList();
        boolean missing =
                open.stream().anyMatch(takes -> names.fitting(takes, not).isEmpty());
        return waits(
                "Waits for " + Names.either(able, Names.joined(roles, " and ")),
                missing
                        ? "A seat takes somebody who did not work on the material, and the team has nobody left for it: "
                                + Names.joined(roles, ", ") + ". A platform owner can give somebody that role."
                        : "The " + lower(gate) + " gate is open for " + Names.joined(roles, " and ") + "."
                                + (barred ? " " + voices.barred() : ""),
                List.of());
    }

    /** The dimensions somebody independent and competent has still to judge. */
    private static List<String> assessable(Actor actor, Decision decision) {
        if (decision.stage() != Stage.TRADE_OFFS
                || !actor.belongsTo(decision.teamId())
                || Duties.exclusion(actor, decision).isPresent()) {
            return List.of();
        }
        return open(decision).stream()
                .filter(dimension -> AssessTradeOff.voice(actor, decision, dimension)
                        .isCompetent(Competence.valueOf(dimension.name()), decision.teamId()))
                .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<Dimension> open(Decision decision) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> decision.material().choice().options().stream()
                        .anyMatch(option -> decision.material().tradeOffs().stream()
                                .noneMatch(t -> t.isOf(option.id(), dimension) && Boolean.TRUE.equals(t.competent()))))
                .toList();
    }

    private static boolean isOthers(ReportLine line) {
        String id = line.line().id();
        return id.equals("trade-offs.competent")
                || id.equals("trade-offs.complete")
                || id.startsWith("escalation.")
                || id.equals("risk.within-tolerance");
    }

    private static String others(Decision decision, Names names) {
        List<String> waits = new ArrayList<>();
        for (Dimension dimension : open(decision)) {
            List<String> able = names.competent(Competence.valueOf(dimension.name()), decision.barred());
            waits.add(dimension.name().toLowerCase(Locale.ROOT) + " from "
                    + Names.either(able, "nobody in the team yet"));
        }
        return waits.isEmpty() ? "the owners of the risks" : String.join(", ", waits);
    }

    private static String reviewers(Decision decision, Gate gate, Names names) {
        TeamRole role = gate == Gate.PUBLICATION ? TeamRole.PUBLISHER : TeamRole.REVIEWER;
        return Names.either(names.holding(role, decision.barred()), "a reviewer of the team");
    }

    private static NextStep yours(String title, String text, String act, String verb) {
        return new NextStep(title, text, true, act, verb, false, List.of());
    }

    private static NextStep waits(String title, String text, List<ReportLine> missing) {
        return new NextStep(title, text, false, null, "", false, missing);
    }

    private static String things(int count) {
        return count == 1 ? "1 thing is" : count + " things are";
    }

    private static String lower(Gate gate) {
        return gate.title().toLowerCase(Locale.ROOT);
    }
}
