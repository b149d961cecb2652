package org.probatum.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.DecisionFlow.Answer;
import org.probatum.decision.Decisions;
import org.probatum.decision.Duties;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.decision.Slot;
import org.probatum.people.Actor;
import org.probatum.people.Voice;
import org.probatum.shared.Problem;

/** Votes at a gate: an approval fills a seat of its quorum, and the last one needed lets the decision past. */
@ApplicationScoped
public class SubmitReview {
    /** The vote, why, the digest of the material it is cast on, and the username of the absent person it is cast for. */
    public record Ballot(
            Vote vote,
            String comment,
            String material,
            @Nullable String onBehalfOf) {
        /** A vote of one's own. */
        public Ballot(Vote vote, String comment, String material) {
            this(vote, comment, material, null);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The decision as it stands afterwards. */
        Decision decision();

        /** Counted; other seats are still open. */
        record Recorded(Decision decision) implements Outcome {}

        /** Passed: the next stage is open, or the decision is published. */
        record Passed(Decision decision) implements Outcome {}

        /** Back to the stage's work. */
        record SentBack(Decision decision) implements Outcome {}

        /** Rejected by one; a second person's word ends the decision. */
        record AwaitsConfirmation(Decision decision) implements Outcome {}

        /** Nothing can be approved while a requirement is unmet; the vote was not recorded. */
        record NotMet(Decision decision, GateReport report) implements Outcome {}
    }

    private final Decisions decisions;
    private final Gates gates;
    private final Reviews reviews;
    private final PassGate passGate;
    private final DecisionFlow flow;
    private final Journal journal;
    private final Clock clock;

    SubmitReview(
            Decisions decisions,
            Gates gates,
            Reviews reviews,
            PassGate passGate,
            DecisionFlow flow,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.gates = gates;
        this.reviews = reviews;
        this.passGate = passGate;
        this.flow = flow;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Outcome review(Actor actor, String key, Gate gate, Ballot ballot) {
        Decision decision = decisions.locked(actor, key);
        requireOpen(decision, gate);
        Voice voice = Voice.of(actor, ballot.onBehalfOf(), decision.teamId());
        Duties.require(voice, decision, "review it");
        Set<String> fits = requireFit(voice, decision);
        GateReport report = gates.report(decision, gate);
        if (!report.material().equals(ballot.material())) {
            throw Problem.conflict(
                    "review-outdated",
                    "The material has changed since you looked at it: look again, then vote on what is there now ("
                            + report.material() + ").");
        }
        List<Tally.Cast> votes = new ArrayList<>(reviews.round(decision));
        Tally before = Tally.of(decision, votes, report.material());
        if (ballot.vote() == Vote.REJECT && before.rejecting().contains(actor.id())) {
            throw Problem.conflict("already-rejected", "Your rejection stands and waits for a second person's word.");
        }
        if (ballot.vote() == Vote.APPROVE) {
            if (!report.isMet()) {
                return new Outcome.NotMet(decision, report);
            }
            requireNotTakenBack(actor, votes, report.material());
            requireRoom(voice, before, fits);
        }
        votes.add(new Tally.Cast(actor.id(), voice.forId(), ballot.vote(), report.material(), fits));
        Tally after = Tally.of(decision, votes, report.material());
        record(voice, decision, ballot, report, seat(actor, after, fits), after);
        Outcome outcome = decide(decision, ballot, report, after);
        decisions.flush();
        return outcome;
    }

    private void record(Voice voice, Decision decision, Ballot ballot, GateReport report, String seat, Tally after) {
        int round = decision.round();
        decision.keep(report.judgement());
        reviews.persist(new Review(
                decision.id(), round, voice, seat, ballot.vote(), ballot.comment(), report, clock.instant()));
        after.on(decision);
        journal.record(
                decision,
                voice.actor(),
                new DecisionEvent.Reviewed(
                        report.gate(),
                        round,
                        ballot.vote().name(),
                        seat,
                        ballot.comment(),
                        report.material(),
                        report.lines().stream()
                                .map(line -> line.id() + ": " + line.state())
                                .toList(),
                        DecisionEvent.Absent.of(voice)));
    }

    private Outcome decide(Decision decision, Ballot ballot, GateReport report, Tally after) {
        return switch (ballot.vote()) {
            case APPROVE ->
                passGate.pass(decision, report, after) ? new Outcome.Passed(decision) : new Outcome.Recorded(decision);
            case REQUEST_CHANGES -> {
                decision.because(ballot.comment());
                flow.decided(decision, Answer.CHANGES_REQUESTED);
                yield new Outcome.SentBack(decision);
            }
            case REJECT -> new Outcome.AwaitsConfirmation(decision);
        };
    }

    /** The seat a vote is cast from: the one it fills, or for a vote against the first one it would fit. */
    private static String seat(Actor actor, Tally after, Set<String> fits) {
        return after.quorum().seatOf(actor.id()).orElseGet(() -> after.quorum().seats().stream()
                .map(Quorum.Seat::takes)
                .filter(fits::contains)
                .findFirst()
                .orElseThrow());
    }

    /** Refuses a vote at a gate that is not open. */
    static void requireOpen(Decision decision, Gate gate) {
        if (decision.stage().gate() != gate || !decision.inReview()) {
            throw Problem.conflict(
                    "gate-not-open",
                    "The " + gate.title() + " gate of " + decision.key() + " is not open: the decision is at "
                            + decision.stage().title() + (decision.inReview() ? ", in review." : "."));
        }
    }

    /** What somebody, or whom they act for, has that a seat of the gate takes; refuses who has nothing of it. */
    static Set<String> requireFit(Voice voice, Decision decision) {
        List<String> seats = Slot.seats(Objects.requireNonNull(decision.terms()).slots());
        Set<String> fits = voice.fits(decision.teamId());
        if (seats.stream().noneMatch(fits::contains)) {
            throw Problem.forbidden(
                    "slot-needs-role",
                    "This gate takes "
                            + seats.stream().distinct().map(Slot::words).collect(Collectors.joining(", "))
                            + " of the decision's team, and "
                            + (voice.absent() == null ? "you are" : voice.forName() + " is") + " none of them.");
        }
        return fits;
    }

    /** Refuses to approve the same material twice: whoever rejected it in between withdraws that, and the approval stands. */
    private static void requireNotTakenBack(Actor actor, List<Tally.Cast> votes, String material) {
        boolean approved = votes.stream()
                .anyMatch(vote -> vote.reviewer() == actor.id()
                        && vote.vote() == Vote.APPROVE
                        && vote.material().equals(material));
        boolean rejects = votes.stream()
                .filter(vote -> vote.reviewer() == actor.id())
                .reduce((earlier, later) -> later)
                .filter(vote -> vote.vote() == Vote.REJECT)
                .isPresent();
        if (approved && rejects) {
            throw Problem.conflict(
                    "already-approved",
                    "You approved this material before you rejected it: withdraw the rejection, and your approval stands.");
        }
    }

    /** Refuses an approval that would change nothing. */
    private static void requireRoom(Voice voice, Tally before, Set<String> fits) {
        Actor actor = voice.actor();
        if (voice.forId() != null
                && (before.approved().contains(actor.id()) || before.approved().contains(voice.forId()))) {
            throw Problem.conflict(
                    "one-vote-a-human",
                    "You or " + voice.forName() + " are in an approval of this material already, and one human counts"
                            + " once. Somebody else has to approve it.");
        }
        if (before.approved().contains(actor.id())) {
            throw Problem.conflict(
                    "already-approved", "You have approved this material already; your approval stands.");
        }
        if (!before.rejecting().contains(actor.id()) && !before.quorum().hasRoomFor(fits)) {
            throw Problem.conflict(
                    "slots-filled",
                    "Others fill every seat that you could take; still open: "
                            + before.quorum().open().stream().map(Slot::words).collect(Collectors.joining(", ")) + ".");
        }
    }
}
