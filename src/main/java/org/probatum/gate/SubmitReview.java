package org.probatum.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.DecisionFlow.Answer;
import org.probatum.decision.Decisions;
import org.probatum.decision.Duties;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.shared.Problem;

/** Votes at a gate. One slot a gate for now, so a vote that may be cast decides it. */
@ApplicationScoped
public class SubmitReview {
    /** The vote, why, and the digest of the material it is cast on. */
    public record Ballot(Vote vote, String comment, String material) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The decision as it stands afterwards. */
        Decision decision();

        /** Passed: the next stage is open, or the decision is published. */
        record Passed(Decision decision) implements Outcome {}

        /** Back to the stage's work. */
        record SentBack(Decision decision) implements Outcome {}

        /** The decision has ended. */
        record Rejected(Decision decision) implements Outcome {}

        /** Nothing can be approved while a requirement is unmet; the vote was not recorded. */
        record NotMet(Decision decision, GateReport report) implements Outcome {}
    }

    private final Decisions decisions;
    private final Gates gates;
    private final Reviews reviews;
    private final DecisionFlow flow;
    private final Journal journal;
    private final Clock clock;

    SubmitReview(Decisions decisions, Gates gates, Reviews reviews, DecisionFlow flow, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.gates = gates;
        this.reviews = reviews;
        this.flow = flow;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Outcome review(Actor actor, String key, Gate gate, Ballot ballot) {
        Decision decision = decisions.locked(actor, key);
        requireOpen(decision, gate);
        TeamRole slot = Objects.requireNonNull(decision.slot());
        requireSlot(actor, decision, slot);
        GateReport report = gates.report(decision, gate);
        if (!report.material().equals(ballot.material())) {
            throw Problem.conflict(
                    "review-outdated",
                    "The material has changed since you looked at it: look again, then vote on what is there now ("
                            + report.material() + ").");
        }
        if (ballot.vote() == Vote.APPROVE && !report.isMet()) {
            return new Outcome.NotMet(decision, report);
        }
        int round = decision.round();
        reviews.persist(new Review(
                decision.id(), round, actor.id(), slot, ballot.vote(), ballot.comment(), report, clock.instant()));
        journal.record(
                decision,
                actor,
                new DecisionEvent.Reviewed(
                        gate,
                        round,
                        ballot.vote().name(),
                        slot.name(),
                        ballot.comment(),
                        report.material(),
                        report.lines().stream()
                                .map(line -> line.id() + ": " + line.state())
                                .toList()));
        Outcome outcome = decide(decision, ballot);
        decisions.flush();
        return outcome;
    }

    private Outcome decide(Decision decision, Ballot ballot) {
        return switch (ballot.vote()) {
            case APPROVE -> {
                flow.decided(decision, Answer.PASSED);
                yield new Outcome.Passed(decision);
            }
            case REQUEST_CHANGES -> {
                decision.because(ballot.comment());
                flow.decided(decision, Answer.CHANGES_REQUESTED);
                yield new Outcome.SentBack(decision);
            }
            case REJECT -> {
                decision.because(ballot.comment());
                flow.decided(decision, Answer.REJECTED);
                yield new Outcome.Rejected(decision);
            }
        };
    }

    /** Refuses a vote at a gate that is not open. */
    private static void requireOpen(Decision decision, Gate gate) {
        if (decision.stage().gate() != gate || !decision.inReview()) {
            throw Problem.conflict(
                    "gate-not-open",
                    "The " + gate.title() + " gate of " + decision.key() + " is not open: the decision is at "
                            + decision.stage().title() + (decision.inReview() ? ", in review." : "."));
        }
    }

    /** Refuses who cannot fill the slot, and whoever had a hand in the material. */
    static void requireSlot(Actor actor, Decision decision, TeamRole slot) {
        Duties.require(actor, decision, "review it");
        if (!actor.holds(slot, decision.teamId())) {
            throw Problem.forbidden(
                    "slot-needs-role",
                    "The open slot takes a "
                            + slot.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                            + " of the decision's team.");
        }
    }
}
