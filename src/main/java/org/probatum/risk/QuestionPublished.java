package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.JudgeValidity;
import org.probatum.decision.Stage;
import org.probatum.decision.Validity;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.shared.Problem;

/**
 * Questions a published decision: it waits for the team's risk owner without a hand in it, and climbs while nobody answers.
 * However many causes there are, one answer is asked; each cause is on record.
 */
@ApplicationScoped
public class QuestionPublished {
    /** Why it may hold no more. */
    public record Terms(String reason) {}

    private static final String SUBJECT = "question";

    private final Decisions decisions;
    private final JudgeValidity validity;
    private final Escalations escalations;
    private final RaiseEscalation raise;

    QuestionPublished(Decisions decisions, JudgeValidity validity, Escalations escalations, RaiseEscalation raise) {
        this.decisions = decisions;
        this.validity = validity;
        this.escalations = escalations;
        this.raise = raise;
    }

    /** Somebody of the team who answers for it doubts it. */
    @Transactional
    public Decision question(Actor actor, String key, Terms terms) {
        Decision decision = decisions.locked(actor, key);
        if (!mayQuestion(actor, decision)) {
            throw Problem.forbidden(
                    "team-questions",
                    "Its author, a risk owner or the lead of " + decision.team().name()
                            + " questions it. Tell one of them what you found.");
        }
        question(decision, actor, "RAISED", terms.reason());
        decisions.flush();
        return decision;
    }

    /** Whoever filed it, and whoever answers for the team's risk. */
    public static boolean mayQuestion(Actor actor, Decision decision) {
        long team = decision.teamId();
        return actor.belongsTo(team)
                && (decision.authorId() == actor.id()
                        || actor.holds(TeamRole.RISK_OWNER, team)
                        || actor.holds(TeamRole.LEAD, team));
    }

    /** Questions it and asks for an answer, once however many causes. */
    void question(Decision decision, @Nullable Actor by, String cause, String reason) {
        validity.question(decision, by, cause, reason);
        Optional<Escalation> asked = escalations.open(decision, EscalationKind.QUESTIONED, SUBJECT);
        if (asked.isPresent()) {
            Escalation standing = asked.get();
            standing.measured(crossing(decision, standing.excess + 1, reason));
        } else {
            raise.raise(decision, EscalationKind.QUESTIONED, crossing(decision, 1, reason));
        }
    }

    /** The escalation of the expiry asks for the answer; renewing it is one. */
    void questionedByExpiry(Decision decision, String reason) {
        if (decision.stage() == Stage.PUBLISHED && !decision.validity().ended()) {
            validity.question(decision, null, EscalationKind.ACCEPTANCE_EXPIRED.name(), reason);
        }
    }

    /** An acceptance renewed was the last thing that questioned it. */
    void reaffirmedByRenewal(Actor actor, Decision decision, String reason) {
        boolean asked = escalations.open(decision).stream()
                .anyMatch(one ->
                        one.kind() == EscalationKind.QUESTIONED || one.kind() == EscalationKind.ACCEPTANCE_EXPIRED);
        if (decision.validity() == Validity.QUESTIONED && !asked) {
            validity.reaffirm(decision, actor, reason);
        }
    }

    private static Crossing crossing(Decision decision, int causes, String reason) {
        return new Crossing(
                SUBJECT,
                "Does " + decision.key() + " still hold?",
                "what it rests on is as it was when it was published",
                (causes == 1 ? "" : causes + " causes, the last: ") + reason,
                causes,
                "causes",
                EscalationLevel.RISK_OWNER,
                null);
    }
}
