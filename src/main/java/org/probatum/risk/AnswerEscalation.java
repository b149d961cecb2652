package org.probatum.risk;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Duties;
import org.probatum.decision.Stage;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Answers an escalation: whom it has reached, who had no hand in the decision, says one of what its kind allows. */
@ApplicationScoped
public class AnswerEscalation {
    /** What came of it. */
    public sealed interface Outcome {
        /** The decision as it stands afterwards. */
        Decision decision();

        /** Nothing waits any more. */
        record Settled(Decision decision) implements Outcome {}

        /** It stands in the way until what was demanded is done, or the answer becomes another. */
        record Refused(Decision decision) implements Outcome {}

        /** It goes on, until another time or with somebody else. */
        record GoesOn(Decision decision) implements Outcome {}
    }

    private final Map<Answer, Reply> replies = new EnumMap<>(Answer.class);
    private final Escalations escalations;
    private final Decisions decisions;

    AnswerEscalation(@All List<Reply> replies, Escalations escalations, Decisions decisions) {
        replies.forEach(reply -> reply.to().forEach(answer -> this.replies.put(answer, reply)));
        this.escalations = escalations;
        this.decisions = decisions;
    }

    @Transactional
    public Outcome answer(Actor actor, long id, Given given) {
        Escalation escalation = escalations
                .findByIdOptional(id)
                .filter(one -> actor.sees(one.teamId))
                .orElseThrow(() -> Problem.notFound("escalation " + id));
        Decision decision = decisions.lockedById(escalation.decisionId());
        escalations.getEntityManager().refresh(escalation);
        requireStanding(escalation);
        EscalationLevel.Reach by = requireRight(actor, decision, escalation);
        requireAllowed(decision, escalation, given);
        Outcome outcome = Objects.requireNonNull(replies.get(given.answer())).give(by, decision, escalation, given);
        decisions.flush();
        return outcome;
    }

    private static void requireStanding(Escalation escalation) {
        if (!escalation.state().stands()) {
            boolean answered = escalation.state() == EscalationState.ANSWERED;
            throw Problem.conflict(
                    answered ? "escalation-answered" : "escalation-closed",
                    answered
                            ? "Somebody has answered it already: " + escalation.outcome
                            : "Its cause is gone: " + escalation.outcome + ". There is nothing left to answer.");
        }
    }

    private static EscalationLevel.Reach requireRight(Actor actor, Decision decision, Escalation escalation) {
        Duties.require(actor, decision, "answer its escalations");
        EscalationLevel.Reach by = EscalationLevel.reaching(
                        actor, decision.teamId(), escalation.firstLevel, escalation.level, escalation.personId)
                .orElseThrow(() -> notYours(escalation));
        Duties.require(by.voice(), decision, "answer its escalations");
        return by;
    }

    private static Problem notYours(Escalation escalation) {
        String level = escalation.level().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Problem.forbidden(
                "escalation-not-yours",
                "It has reached the " + level
                        + (escalation.waitsFor() == null ? "" : " named in it")
                        + ", and whom it has not reached does not answer it.");
    }

    private static void requireAllowed(Decision decision, Escalation escalation, Given given) {
        Stage stage = decision.stage();
        List<Answer> allowed = escalation.kind().answers(stage);
        if (!allowed.contains(given.answer())) {
            throw Problem.invalid(List.of(Violation.at(
                    "/answer",
                    given.answer() + " is no answer to this: "
                            + escalation.kind().title().toLowerCase(Locale.ROOT) + ", "
                            + stage.title().toLowerCase(Locale.ROOT),
                    "one of " + allowed.stream().map(Answer::name).collect(Collectors.joining(", ")))));
        }
    }
}
