package org.probatum.workflow;

import jakarta.inject.Singleton;
import java.util.Map;
import org.probatum.workflow.step.EndReached;
import org.probatum.workflow.step.GateDue;
import org.probatum.workflow.step.GateOpened;
import org.probatum.workflow.step.IntakeJudged;
import org.probatum.workflow.step.OverdueReported;
import org.probatum.workflow.step.RecordPublished;
import org.probatum.workflow.step.ReviewersReminded;
import org.probatum.workflow.step.StageEntered;
import org.probatum.workflow.step.TermsSet;
import org.probatum.workflow.step.TierSet;

/** The names that process models may use, and nothing else of the service. */
@Singleton
public class Steps {
    private final Map<Object, Object> byName;

    Steps(
            IntakeJudged judgeIntake,
            TierSet setTier,
            StageEntered enterStage,
            TermsSet setTerms,
            GateOpened openGate,
            GateDue gateDue,
            ReviewersReminded remindReviewers,
            OverdueReported reportOverdue,
            RecordPublished publishRecord,
            EndReached endDecision) {
        this.byName = Map.of(
                "judgeIntake", judgeIntake,
                "setTier", setTier,
                "enterStage", enterStage,
                "setTerms", setTerms,
                "openGate", openGate,
                "gateDue", gateDue,
                "remindReviewers", remindReviewers,
                "reportOverdue", reportOverdue,
                "publishRecord", publishRecord,
                "endDecision", endDecision);
    }

    Map<Object, Object> byName() {
        return byName;
    }
}
