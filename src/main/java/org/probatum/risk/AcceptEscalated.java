package org.probatum.risk;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Journal;
import org.probatum.decision.material.Risk;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Lets it stand until a day: the risk is accepted, its acceptance renewed, or the excess over the appetite borne. */
@Singleton
class AcceptEscalated implements Reply {
    private final AcceptRisk acceptRisk;
    private final WatchEvidence watchEvidence;
    private final QuestionPublished question;
    private final RiskCrossings crossings;
    private final TakeAnswer take;
    private final Journal journal;

    AcceptEscalated(
            AcceptRisk acceptRisk,
            WatchEvidence watchEvidence,
            QuestionPublished question,
            RiskCrossings crossings,
            TakeAnswer take,
            Journal journal) {
        this.acceptRisk = acceptRisk;
        this.watchEvidence = watchEvidence;
        this.question = question;
        this.crossings = crossings;
        this.take = take;
        this.journal = journal;
    }

    @Override
    public Set<Answer> to() {
        return Set.of(Answer.ACCEPT, Answer.RENEW);
    }

    @Override
    public AnswerEscalation.Outcome give(
            EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given) {
        LocalDate until = requireDay(given.until());
        if (escalation.kind() == EscalationKind.APPETITE_EXCEEDED) {
            acceptRisk.requireWithinAYear(decision, "/until", until);
            crossings.ofAppetite(decision).ifPresent(escalation::measured);
            DecisionEvent event = take.settled(by, decision, escalation, given);
            journal.record(decision, by.voice().actor(), event);
            return new AnswerEscalation.Outcome.Settled(decision);
        }
        if (escalation.kind() == EscalationKind.EVIDENCE_DISTURBED) {
            acceptRisk.requireWithinAYear(decision, "/until", until);
            watchEvidence.accept(by.voice().actor(), decision, until, given.comment());
            journal.record(decision, by.voice().actor(), take.settled(by, decision, escalation, given));
            return new AnswerEscalation.Outcome.Settled(decision);
        }
        Risk risk = decision.material()
                .risk(escalation.subject())
                .orElseThrow(() -> Problem.notFound("risk \"" + escalation.subject() + "\" of " + decision.key()));
        acceptRisk.allow(by.voice(), decision, risk, new AcceptRisk.Terms(until, given.comment()));
        question.reaffirmedByRenewal(by.voice().actor(), decision, given.comment());
        return new AnswerEscalation.Outcome.Settled(decision);
    }

    static LocalDate requireDay(@Nullable LocalDate until) {
        if (until == null) {
            throw Problem.invalid(
                    List.of(Violation.at("/until", "this answer says until when", "a day, as yyyy-mm-dd")));
        }
        return until;
    }
}
