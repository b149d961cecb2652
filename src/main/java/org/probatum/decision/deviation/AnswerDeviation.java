package org.probatum.decision.deviation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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

/** Lets a deviation stand, or not: by whoever may waive at the verification gate, never for their own work. */
@ApplicationScoped
public class AnswerDeviation {
    /** The word, why, and the id of the explanation it is about: the newest one. */
    public record Terms(Verdict answer, String comment, long explanation) {}

    private final Decisions decisions;
    private final Deviations deviations;
    private final Policy policy;
    private final Journal journal;
    private final Clock clock;

    AnswerDeviation(Decisions decisions, Deviations deviations, Policy policy, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.deviations = deviations;
        this.policy = policy;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Decision answer(Actor actor, String key, int number, Terms terms) {
        Decision decision = decisions.locked(actor, key);
        Duties.require(actor, decision, "answer for its deviations");
        requireRight(actor, decision);
        Deviation deviation = deviations
                .of(decision.id())
                .deviation(number)
                .orElseThrow(() -> Problem.notFound("deviation " + number + " of " + key));
        requireAnswerable(decision, deviation, terms.explanation());
        deviations.add(new Answer(decision.id(), terms, actor.id(), clock.instant()));
        journal.record(
                decision,
                actor,
                new DecisionEvent.DeviationAnswered(number, terms.answer().name(), terms.comment()));
        decisions.flush();
        return decision;
    }

    /** Whose right it is: as the terms of the verification gate say, those in force when it opened or would open. */
    public TeamRole right(Decision decision) {
        Policy.Terms open = decision.stage().gate() == Gate.VERIFICATION ? decision.terms() : null;
        return (open == null ? policy.terms(Gate.VERIFICATION, decision.tier()) : open).waivedBy();
    }

    private void requireRight(Actor actor, Decision decision) {
        TeamRole right = right(decision);
        if (!actor.holds(right, decision.teamId())) {
            throw Problem.forbidden(
                    "waiver-right",
                    "A " + Slot.words(right.name())
                            + " of the decision's team lets deviations stand, as they waive at the Verification gate;"
                            + " you are none.");
        }
    }

    private static void requireAnswerable(Decision decision, Deviation deviation, long explanation) {
        if (decision.stage().ended()) {
            throw Problem.conflict(
                    "already-ended",
                    decision.key() + " is " + decision.stage().title() + "; its deviations stay as they are.");
        }
        Deviation.State state = deviation.state(decision.barred());
        if (state != Deviation.State.EXPLAINED) {
            throw Problem.conflict(
                    "nothing-to-answer",
                    "Deviation " + deviation.number() + " is " + state.words() + ": "
                            + "an explanation that nobody has answered yet is what waits for a word.");
        }
        if (deviation.explained().orElseThrow().id() != explanation) {
            throw Problem.stale(
                    "The deviation was explained anew since you read it. Read what it says now, then answer.");
        }
    }
}
