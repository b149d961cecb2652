package org.probatum.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Duties;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.decision.Policy;
import org.probatum.decision.Slot;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Lets a requirement stay unmet until a day: by whoever holds the gate's waiver right, never for their own work. */
@ApplicationScoped
public class GrantWaiver {
    private static final int AT_MOST_DAYS = 365;

    /**
     * What is waived, until when and why.
     *
     * @param item one item of the checklist, by its id; null for any other requirement
     */
    public record Terms(String requirement, @Nullable String item, LocalDate expires, String reason) {}

    private final Decisions decisions;
    private final Gates gates;
    private final Waivers waivers;
    private final Policy policy;
    private final Journal journal;
    private final Clock clock;

    GrantWaiver(Decisions decisions, Gates gates, Waivers waivers, Policy policy, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.gates = gates;
        this.waivers = waivers;
        this.policy = policy;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Decision grant(Actor actor, String key, Gate gate, Terms terms) {
        Decision decision = decisions.locked(actor, key);
        if (decision.stage().gate() != gate) {
            throw Problem.conflict(
                    "gate-not-next",
                    key + " is at " + decision.stage().title() + "; what the " + gate.title()
                            + " gate asks can be waived only while the decision stands before it.");
        }
        Duties.require(actor, decision, "waive what it lacks");
        requireRight(actor, decision, right(decision, gate));
        Case laid = gates.lay(decision);
        Lack lack = lack(laid, gates.report(laid, gate), terms);
        requireExpiry(terms.expires(), laid.today());
        Terms granted = new Terms(terms.requirement(), lack.item(), terms.expires(), terms.reason());
        waivers.persist(new Waiver(decision, gate, granted, lack.found(), actor.id(), clock.instant()));
        journal.record(
                decision,
                actor,
                new DecisionEvent.WaiverGranted(
                        gate,
                        granted.requirement(),
                        granted.item(),
                        lack.found(),
                        granted.expires(),
                        granted.reason()));
        decisions.flush();
        return decision;
    }

    /** Whose right it is to waive at a gate: as its terms say, those in force when it opened or would open. */
    public TeamRole right(Decision decision, Gate gate) {
        Policy.Terms open = decision.stage().gate() == gate ? decision.terms() : null;
        return (open == null ? policy.terms(gate, decision.tier()) : open).waivedBy();
    }

    private static void requireRight(Actor actor, Decision decision, TeamRole right) {
        if (!actor.holds(right, decision.teamId())) {
            throw Problem.forbidden(
                    "waiver-right",
                    "A " + Slot.words(right.name())
                            + " of the decision's team waives at this gate, which you are not.");
        }
    }

    /** What is missing, in the words that the waiver is bound to; the item's own id, where it is one of the checklist. */
    private record Lack(@Nullable String item, String found) {}

    private static Lack lack(Case laid, GateReport report, Terms terms) {
        GateReport.Line line = report.lines().stream()
                .filter(l -> l.id().equals(terms.requirement()))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "/requirement",
                        "\"" + terms.requirement() + "\" is no requirement of this gate",
                        report.lines().stream()
                                .filter(GateReport.Line::waivable)
                                .map(GateReport.Line::id)
                                .collect(Collectors.joining(", "))));
        if (!line.waivable()) {
            throw Problem.conflict("never-waived", line.id() + " is never waived, by anybody. " + line.wouldSatisfy());
        }
        if (line.finding().passes()) {
            throw Problem.conflict("nothing-to-waive", line.id() + " is " + line.state() + ": " + line.because());
        }
        if (!line.itemized()) {
            return new Lack(terms.item(), line.because());
        }
        Checklist.Item item = item(laid, terms);
        return new Lack(item.id(), item.words());
    }

    private static Checklist.Item item(Case laid, Terms terms) {
        List<Checklist.Item> items = Checklist.of(laid);
        if (items.stream().anyMatch(item -> item.goesBy(terms.item()) && !item.waivable())) {
            throw Problem.conflict(
                    "never-waived",
                    "Whether a run was reproduced is never waived, by anybody. Have it re-run, or repair the evidence: attach"
                            + " a corrected run and cite that.");
        }
        List<Checklist.Item> failing =
                items.stream().filter(item -> item.blocks() && item.waivable()).toList();
        return failing.stream()
                .filter(item -> item.goesBy(terms.item()))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "/item",
                        terms.item() == null
                                ? "the checklist is waived item by item, and no item is named"
                                : "\"" + terms.item() + "\" is no failing item of the checklist",
                        failing.isEmpty()
                                ? "state outcomes first: an empty checklist is not waived"
                                : failing.stream()
                                        .map(item -> String.valueOf(item.id()))
                                        .collect(Collectors.joining(", "))));
    }

    private static void requireExpiry(LocalDate expires, LocalDate today) {
        if (!expires.isAfter(today) || expires.isAfter(today.plusDays(AT_MOST_DAYS))) {
            throw invalid(
                    "/expires",
                    expires + " is not within the coming year",
                    "a day from " + today.plusDays(1) + " to " + today.plusDays(AT_MOST_DAYS));
        }
    }

    private static Problem invalid(String where, String wrong, String right) {
        return Problem.invalid(List.of(Violation.at(where, wrong, right)));
    }
}
