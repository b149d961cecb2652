package org.probatum.risk;

import jakarta.inject.Singleton;
import java.util.Set;
import org.probatum.decision.Decision;
import org.probatum.decision.Journal;
import org.probatum.decision.JudgeValidity;
import org.probatum.evidence.lineage.Disturbances;
import org.probatum.people.Actor;

/** Says that the questioned decision holds all the same. What disturbed its evidence is on record as seen. */
@Singleton
class ReaffirmDecision implements Reply {
    private final TakeAnswer take;
    private final Disturbances disturbances;
    private final JudgeValidity validity;
    private final Journal journal;

    ReaffirmDecision(TakeAnswer take, Disturbances disturbances, JudgeValidity validity, Journal journal) {
        this.take = take;
        this.disturbances = disturbances;
        this.validity = validity;
        this.journal = journal;
    }

    @Override
    public Set<Answer> to() {
        return Set.of(Answer.REAFFIRM);
    }

    @Override
    public AnswerEscalation.Outcome give(
            EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given) {
        Actor actor = by.voice().actor();
        disturbances.reaffirm(disturbances.standing(decision), actor, given.comment());
        journal.record(decision, actor, take.settled(by, decision, escalation, given));
        validity.reaffirm(decision, actor, given.comment());
        return new AnswerEscalation.Outcome.Settled(decision);
    }
}
