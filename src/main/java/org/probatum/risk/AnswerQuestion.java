package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Stage;
import org.probatum.decision.Validity;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/**
 * Answers the question whether a published decision holds: by whom it has reached and who had no hand in it. Its author, who
 * may never reaffirm it, may give it up.
 */
@ApplicationScoped
public class AnswerQuestion {
    private final Decisions decisions;
    private final Escalations escalations;
    private final AnswerEscalation answerEscalation;
    private final RevokeDecision revokeDecision;

    AnswerQuestion(
            Decisions decisions,
            Escalations escalations,
            AnswerEscalation answerEscalation,
            RevokeDecision revokeDecision) {
        this.decisions = decisions;
        this.escalations = escalations;
        this.answerEscalation = answerEscalation;
        this.revokeDecision = revokeDecision;
    }

    /** It holds all the same. */
    @Transactional
    public Decision reaffirm(Actor actor, String key, QuestionPublished.Terms terms) {
        return answer(actor, decisions.locked(actor, key), Answer.REAFFIRM, terms.reason());
    }

    /** It holds no more. */
    @Transactional
    public Decision revoke(Actor actor, String key, QuestionPublished.Terms terms) {
        Decision decision = decisions.locked(actor, key);
        if (decision.authorId() == actor.id()) {
            if (decision.validity() != Validity.QUESTIONED) {
                throw notQuestioned(decision);
            }
            revokeDecision.revoke(actor, decision, terms.reason());
            decisions.flush();
            return decision;
        }
        return answer(actor, decision, Answer.REVOKE, terms.reason());
    }

    private Decision answer(Actor actor, Decision decision, Answer answer, String reason) {
        if (!actor.sees(decision.teamId())) {
            throw Problem.forbidden(
                    "team-answers",
                    "Whether it holds is answered in " + decision.team().name()
                            + ", by whom the question has reached.");
        }
        Escalation question = escalations.open(decision).stream()
                .filter(one -> one.kind() == EscalationKind.QUESTIONED)
                .findFirst()
                .orElseThrow(() -> unasked(actor, decision));
        return answerEscalation
                .answer(actor, question.id(), new Given(answer, reason, null, null))
                .decision();
    }

    /** Whoever could never answer is told that rather than that nothing is asked. */
    private static Problem unasked(Actor actor, Decision decision) {
        boolean could = EscalationLevel.reaching(
                        actor, decision.teamId(), EscalationLevel.RISK_OWNER, EscalationLevel.LEAD, null)
                .isPresent();
        if (!could || decision.barred().contains(actor.id())) {
            return Problem.forbidden(
                    "risk-owner-answers",
                    "A risk owner or the lead of " + decision.team().name()
                            + " without a hand in it says whether it holds.");
        }
        return notQuestioned(decision);
    }

    private static Problem notQuestioned(Decision decision) {
        boolean expired = decision.stage() == Stage.PUBLISHED && decision.validity() == Validity.QUESTIONED;
        return Problem.conflict(
                "not-questioned",
                expired
                        ? "It is questioned because an acceptance expired: answer that escalation, by renewing it or by"
                                + " questioning the decision."
                        : decision.key() + " is not questioned: there is nothing to answer.");
    }
}
