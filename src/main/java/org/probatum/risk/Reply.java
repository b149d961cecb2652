package org.probatum.risk;

import java.util.Set;
import org.probatum.decision.Decision;

/** The action behind an answer: it does what is said and writes it down. Who may answer was asked before. */
interface Reply {
    /** The answers it stands for. */
    Set<Answer> to();

    AnswerEscalation.Outcome give(EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given);
}
