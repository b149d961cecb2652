package org.probatum.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
import org.probatum.gate.RejectionEnd.Outcome;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.people.Voice;
import org.probatum.shared.Problem;

/** Ends a rejection: a second person confirms it, and with it the decision ends; or whoever rejected takes it back. */
@ApplicationScoped
public class EndRejection {
    private final Decisions decisions;
    private final Reviews reviews;
    private final EntityManager database;
    private final DecisionFlow flow;
    private final Journal journal;
    private final Clock clock;

    EndRejection(
            Decisions decisions,
            Reviews reviews,
            EntityManager database,
            DecisionFlow flow,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.database = database;
        this.flow = flow;
        this.journal = journal;
        this.clock = clock;
    }

    /** The decision ends as rejected, for the reason the rejection gives. */
    @Transactional
    public Decision confirm(Actor actor, String key, Gate gate, long rejection, String comment) {
        Decision decision = decisions.locked(actor, key);
        SubmitReview.requireOpen(decision, gate);
        Duties.require(actor, decision, "confirm the rejection");
        if (!actor.holds(TeamRole.LEAD, decision.teamId())) {
            SubmitReview.requireFit(new Voice(actor, null), decision);
        }
        Review rejected = standing(decision, gate, rejection);
        if (rejected.reviewerId() == actor.id() || Objects.equals(rejected.forId(), actor.id())) {
            throw Problem.forbidden(
                    "second-person",
                    "You rejected it, or had it rejected for you; a second person confirms, or you withdraw your rejection.");
        }
        end(decision, actor, rejected, Outcome.CONFIRMED, comment);
        decision.because(rejected.comment());
        flow.decided(decision, Answer.REJECTED);
        decisions.flush();
        return decision;
    }

    /** The rejection lapses; the gate stands as if it had not been cast. */
    @Transactional
    public Decision withdraw(Actor actor, String key, Gate gate, long rejection, String comment) {
        Decision decision = decisions.locked(actor, key);
        SubmitReview.requireOpen(decision, gate);
        Problem notTheirs = Problem.forbidden("own-rejection", "Only whoever rejected takes the rejection back.");
        if (!actor.belongsTo(decision.teamId())) {
            throw notTheirs;
        }
        Review rejected = standing(decision, gate, rejection);
        if (rejected.reviewerId() != actor.id()) {
            throw notTheirs;
        }
        end(decision, actor, rejected, Outcome.WITHDRAWN, comment);
        decisions.flush();
        return decision;
    }

    private void end(Decision decision, Actor actor, Review rejected, Outcome outcome, String comment) {
        database.persist(new RejectionEnd(rejected, outcome, actor.id(), comment, clock.instant()));
        journal.record(decision, actor, new DecisionEvent.RejectionEnded(rejected.gate(), outcome.name(), comment));
    }

    /** The rejection, while it waits for its end. */
    private Review standing(Decision decision, Gate gate, long id) {
        Review review = reviews.findByIdOptional(id)
                .filter(r -> r.decisionId == decision.id() && r.vote() == Vote.REJECT)
                .orElseThrow(() -> Problem.notFound("rejection " + id + " of " + decision.key()));
        boolean stands = review.gate() == gate
                && review.round() == decision.round()
                && decision.rejecting().contains(review.reviewerId())
                && database.find(RejectionEnd.class, id) == null;
        if (!stands) {
            throw Problem.conflict("rejection-over", "That rejection no longer waits for anything.");
        }
        return review;
    }
}
