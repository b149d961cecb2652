package org.probatum.risk;

import jakarta.inject.Singleton;
import java.util.Set;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.Journal;
import org.probatum.decision.Stage;

/** Does not let it stand: a gate in review goes back to its stage with the reason, and none passes until it is mended. */
@Singleton
class RefuseEscalated implements Reply {
    private final TakeAnswer take;
    private final DecisionFlow flow;
    private final Journal journal;

    RefuseEscalated(TakeAnswer take, DecisionFlow flow, Journal journal) {
        this.take = take;
        this.flow = flow;
        this.journal = journal;
    }

    @Override
    public Set<Answer> to() {
        return Set.of(Answer.REFUSE, Answer.DEMAND_MITIGATION, Answer.DEMAND_RUN);
    }

    @Override
    public AnswerEscalation.Outcome give(
            EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given) {
        if (!escalation.kind().blocks()) {
            // An acceptance that still holds: it is noted that it will not be renewed, and blocks once it has expired.
            journal.record(decision, by.voice().actor(), take.settled(by, decision, escalation, given));
            return new AnswerEscalation.Outcome.Settled(decision);
        }
        escalation.refuse(given.comment());
        journal.record(decision, by.voice().actor(), take.taken(by, decision, escalation, given, null));
        boolean ofRun = given.answer() == Answer.DEMAND_RUN;
        if (decision.inReview() && (ofRun || decision.stage() == Stage.TRADE_OFFS)) {
            decision.because(given.comment());
            flow.decided(decision, DecisionFlow.Answer.CHANGES_REQUESTED);
        }
        return new AnswerEscalation.Outcome.Refused(decision);
    }
}
