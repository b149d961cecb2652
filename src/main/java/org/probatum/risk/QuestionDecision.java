package org.probatum.risk;

import jakarta.inject.Singleton;
import java.util.Set;
import org.probatum.decision.Decision;
import org.probatum.decision.Journal;

/** Says that the published decision may no longer hold: it is questioned from then on, until somebody reaffirms or revokes it. */
@Singleton
class QuestionDecision implements Reply {
    private final TakeAnswer take;
    private final FollowUps followUps;
    private final QuestionPublished question;
    private final Journal journal;

    QuestionDecision(TakeAnswer take, FollowUps followUps, QuestionPublished question, Journal journal) {
        this.take = take;
        this.followUps = followUps;
        this.question = question;
        this.journal = journal;
    }

    @Override
    public Set<Answer> to() {
        return Set.of(Answer.QUESTION);
    }

    @Override
    public AnswerEscalation.Outcome give(
            EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given) {
        followUps.open(decision.id()).stream()
                .filter(row -> row.kind() == FollowUpRow.Kind.ACCEPTANCE
                                && row.subject().equals(escalation.subject())
                        || WatchFollowUps.subject(row).equals(escalation.subject()))
                .forEach(row -> followUps.end(
                        row, FollowUpRow.State.ENDED, by.voice().actor().id(), "the decision is questioned"));
        journal.record(decision, by.voice().actor(), take.settled(by, decision, escalation, given));
        question.question(
                decision,
                by.voice().actor(),
                escalation.kind().name(),
                escalation.kind().title() + ", " + escalation.title() + ": " + given.comment());
        return new AnswerEscalation.Outcome.Settled(decision);
    }
}
