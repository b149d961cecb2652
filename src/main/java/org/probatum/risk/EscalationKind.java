package org.probatum.risk;

import java.util.List;
import org.probatum.decision.Stage;

/** What threshold was crossed; whether that stands in the way of the gate, how long an answer may take, what it may be. */
public enum EscalationKind {
    OVERDUE_GATE("Overdue gate", false, 2, Answer.EXTEND, Answer.REASSIGN),
    RISK_ABOVE_TOLERANCE("Risk above tolerance", true, 3, Answer.ACCEPT, Answer.DEMAND_MITIGATION, Answer.REFUSE),
    APPETITE_EXCEEDED("Appetite exceeded", true, 3, Answer.ACCEPT, Answer.REFUSE),
    ACCEPTANCE_EXPIRING("Acceptance about to expire", false, 2, Answer.RENEW, Answer.DEMAND_MITIGATION),
    ACCEPTANCE_EXPIRED("Acceptance expired", true, 2, Answer.RENEW, Answer.DEMAND_MITIGATION, Answer.QUESTION),
    FOLLOW_UP_OVERDUE("Follow-up overdue", false, 3, Answer.EXTEND, Answer.REASSIGN, Answer.QUESTION),
    RISK_VERIFICATION_OVERDUE("Risk verification overdue", false, 3, Answer.EXTEND, Answer.REASSIGN, Answer.QUESTION),
    FOLLOW_UP_FAILED("Follow-up failed", false, 3, Answer.EXTEND, Answer.REASSIGN, Answer.QUESTION),
    EVIDENCE_DISTURBED("Evidence changed or gone", true, 3, Answer.ACCEPT, Answer.DEMAND_RUN),
    NOT_REPRODUCED("Not reproduced", false, 3, Answer.DEMAND_RUN),
    QUESTIONED("Decision questioned", false, 5, Answer.REAFFIRM, Answer.REVOKE);

    private final String title;
    private final boolean blocks;
    private final int answerDays;
    private final List<Answer> answers;

    EscalationKind(String title, boolean blocks, int answerDays, Answer... answers) {
        this.title = title;
        this.blocks = blocks;
        this.answerDays = answerDays;
        this.answers = List.of(answers);
    }

    /** What pages call it. */
    public String title() {
        return title;
    }

    /** Until it is answered, the decision's gate does not pass. */
    public boolean blocks() {
        return blocks;
    }

    /** Working days each level has to answer. */
    public int answerDays() {
        return answerDays;
    }

    /** What can be answered while the decision is at a stage: nothing is mitigated after publication, or questioned before. */
    public List<Answer> answers(Stage stage) {
        Answer never = stage.ended() ? Answer.DEMAND_MITIGATION : Answer.QUESTION;
        return answers.stream().filter(answer -> answer != never).toList();
    }

    /** It waits in a process of its own; the others climb with the process that found them late. */
    boolean hasProcess() {
        return switch (this) {
            case RISK_ABOVE_TOLERANCE,
                    APPETITE_EXCEEDED,
                    ACCEPTANCE_EXPIRED,
                    EVIDENCE_DISTURBED,
                    NOT_REPRODUCED,
                    QUESTIONED -> true;
            default -> false;
        };
    }

    /** It is about one residual risk that needs somebody's word. */
    boolean ofRisk() {
        return this == RISK_ABOVE_TOLERANCE || this == ACCEPTANCE_EXPIRED;
    }
}
