package org.probatum.workflow;

import jakarta.inject.Singleton;
import java.util.Map;
import org.probatum.workflow.step.AccountableReminded;
import org.probatum.workflow.step.CheckConcluded;
import org.probatum.workflow.step.EndReached;
import org.probatum.workflow.step.EscalationAwaited;
import org.probatum.workflow.step.EscalationClimbed;
import org.probatum.workflow.step.EscalationDue;
import org.probatum.workflow.step.FollowUpAwaited;
import org.probatum.workflow.step.FollowUpDue;
import org.probatum.workflow.step.FollowUpEscalated;
import org.probatum.workflow.step.FollowUpsStarted;
import org.probatum.workflow.step.GateDue;
import org.probatum.workflow.step.GateOpened;
import org.probatum.workflow.step.IntakeJudged;
import org.probatum.workflow.step.OverdueReported;
import org.probatum.workflow.step.RecordPublished;
import org.probatum.workflow.step.RerunsOrdered;
import org.probatum.workflow.step.ReviewersReminded;
import org.probatum.workflow.step.RiskRated;
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
            RerunsOrdered orderReruns,
            CheckConcluded concludeCheck,
            RecordPublished publishRecord,
            EndReached endDecision,
            RiskRated rateRisk,
            EscalationAwaited awaitAnswer,
            EscalationDue escalationDue,
            EscalationClimbed climbEscalation,
            FollowUpsStarted startFollowUps,
            FollowUpAwaited awaitFollowUp,
            FollowUpDue followUpDue,
            AccountableReminded remindAccountable,
            FollowUpEscalated escalateFollowUp) {
        this.byName = Map.ofEntries(
                Map.entry("judgeIntake", judgeIntake),
                Map.entry("setTier", setTier),
                Map.entry("enterStage", enterStage),
                Map.entry("setTerms", setTerms),
                Map.entry("openGate", openGate),
                Map.entry("gateDue", gateDue),
                Map.entry("remindReviewers", remindReviewers),
                Map.entry("reportOverdue", reportOverdue),
                Map.entry("orderReruns", orderReruns),
                Map.entry("concludeCheck", concludeCheck),
                Map.entry("publishRecord", publishRecord),
                Map.entry("endDecision", endDecision),
                Map.entry("rateRisk", rateRisk),
                Map.entry("awaitAnswer", awaitAnswer),
                Map.entry("escalationDue", escalationDue),
                Map.entry("climbEscalation", climbEscalation),
                Map.entry("startFollowUps", startFollowUps),
                Map.entry("awaitFollowUp", awaitFollowUp),
                Map.entry("followUpDue", followUpDue),
                Map.entry("remindAccountable", remindAccountable),
                Map.entry("escalateFollowUp", escalateFollowUp));
    }

    Map<Object, Object> byName() {
        return byName;
    }
}
