package org.probatum.gate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Duties;
import org.probatum.decision.Slot;
import org.probatum.decision.deviation.AnswerDeviation;
import org.probatum.decision.deviation.CriteriaHistory;
import org.probatum.decision.deviation.Deviate;
import org.probatum.decision.deviation.Deviations;
import org.probatum.decision.material.Criterion;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.shared.Problem;

/** A decision's deviations laid out for whoever looks: what they may do, and why not if they may not. */
@ApplicationScoped
class DeviationDesk {
    private final Decisions decisions;
    private final Deviations deviations;
    private final AnswerDeviation answerDeviation;

    DeviationDesk(Decisions decisions, Deviations deviations, AnswerDeviation answerDeviation) {
        this.decisions = decisions;
        this.deviations = deviations;
        this.answerDeviation = answerDeviation;
    }

    /**
     * What the pages show.
     *
     * @param closed why nobody, or not this person, changes the criteria now; empty when they may
     * @param barred why this person may not answer for deviations; empty when they may
     */
    record Frame(
            String key,
            int version,
            String title,
            @Nullable String seal,
            List<Criterion> criteria,
            List<DeviationCard> cards,
            String right,
            String closed,
            String barred) {
        /** A deviation waits for somebody. */
        public boolean unsettled() {
            return cards.stream().anyMatch(card -> !card.state().settled());
        }
    }

    Frame lay(Actor actor, String key) {
        Decision decision = decisions.visible(actor, key);
        CriteriaHistory history = deviations.of(decision.id());
        String closed = closed(actor, decision);
        TeamRole right = answerDeviation.right(decision);
        String barred = barred(actor, decision, right);
        return new Frame(
                key,
                decision.version(),
                decision.profile().title(),
                decision.criteriaSeal(),
                decision.material().scope().criteria(),
                DeviationCard.of(
                        decision,
                        history,
                        new DeviationCard.Rights(
                                decision.authorId() == actor.id(),
                                actor.id(),
                                closed.isEmpty(),
                                barred.isEmpty() && !decision.stage().ended())),
                Slot.words(right.name()),
                closed,
                barred);
    }

    private static String closed(Actor actor, Decision decision) {
        try {
            Deviate.requireOpen(actor, decision);
            return "";
        } catch (Problem refused) {
            return refused.detail();
        }
    }

    private static String barred(Actor actor, Decision decision, TeamRole right) {
        return Duties.exclusion(actor, decision)
                .orElseGet(() -> actor.holds(right, decision.teamId()) ? "" : "You are none.");
    }
}
