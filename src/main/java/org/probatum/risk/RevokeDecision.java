package org.probatum.risk;

import jakarta.inject.Singleton;
import java.util.Set;
import org.probatum.decision.Decision;
import org.probatum.decision.Journal;
import org.probatum.decision.JudgeValidity;
import org.probatum.people.Actor;

/** Says that the questioned decision holds no more: nothing about it is owed or waited for afterwards. */
@Singleton
class RevokeDecision implements Reply {
    private final TakeAnswer take;
    private final Dues dues;
    private final JudgeValidity validity;
    private final Journal journal;

    RevokeDecision(TakeAnswer take, Dues dues, JudgeValidity validity, Journal journal) {
        this.take = take;
        this.dues = dues;
        this.validity = validity;
        this.journal = journal;
    }

    @Override
    public Set<Answer> to() {
        return Set.of(Answer.REVOKE);
    }

    @Override
    public AnswerEscalation.Outcome give(
            EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given) {
        Actor actor = by.voice().actor();
        journal.record(decision, actor, take.settled(by, decision, escalation, given));
        revoke(actor, decision, given.comment());
        return new AnswerEscalation.Outcome.Settled(decision);
    }

    /** Its author gives it up: that is no judgement of their own work in its favour. */
    void revoke(Actor actor, Decision decision, String reason) {
        dues.end(decision, actor.id(), "the decision is revoked");
        validity.revoke(decision, actor, reason);
    }
}
