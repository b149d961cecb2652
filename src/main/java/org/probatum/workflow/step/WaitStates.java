package org.probatum.workflow.step;

import org.probatum.decision.Stage;

/** Which element of the models stands for which stage; a test holds the two together. */
public final class WaitStates {
    /** Where a decision waits that was stopped. */
    public static final String REPAIR = "Task_RepairEvidence";

    /** Where it waits while its runs are run again. */
    public static final String CHECK = "Check_Reproducibility";

    private WaitStates() {}

    /** The stage that a user task of the decision's process is the work of. */
    public static Stage stageOf(String taskKey) {
        return switch (taskKey) {
            case "Task_DescribeScope" -> Stage.SCOPING;
            case "Task_WeighOptions" -> Stage.OPTIONS;
            case "Task_AssessTradeOffs" -> Stage.TRADE_OFFS;
            case "Task_VerifyRuns", REPAIR -> Stage.VERIFICATION;
            case "Task_PreparePublication" -> Stage.PUBLICATION;
            default -> throw new IllegalStateException("no stage waits at " + taskKey);
        };
    }

    /** How a decision has ended that reaches an end event. */
    public static Stage endOf(String eventId) {
        return switch (eventId) {
            case "EndEvent_DecisionDeclined" -> Stage.DECLINED;
            case "EndEvent_DecisionRejected" -> Stage.REJECTED;
            case "EndEvent_DecisionWithdrawn" -> Stage.WITHDRAWN;
            case "EndEvent_DecisionPublished" -> Stage.PUBLISHED;
            default -> throw new IllegalStateException("nothing ends at " + eventId);
        };
    }

    /** The element that waits while a decision is at a stage, in work or in review; none once it has ended. */
    public static String elementOf(Stage stage, boolean inReview) {
        return switch (stage) {
            case INTAKE -> "Task_JudgeIntake";
            case SCOPING -> inReview ? "Gate_Scope" : "Task_DescribeScope";
            case OPTIONS -> inReview ? "Gate_Options" : "Task_WeighOptions";
            case TRADE_OFFS -> inReview ? "Gate_TradeOffs" : "Task_AssessTradeOffs";
            case VERIFICATION -> inReview ? "Gate_Verification" : "Task_VerifyRuns";
            case PUBLICATION -> inReview ? "Gate_Publication" : "Task_PreparePublication";
            case PUBLISHED -> "EndEvent_DecisionPublished";
            case DECLINED -> "EndEvent_DecisionDeclined";
            case REJECTED -> "EndEvent_DecisionRejected";
            case WITHDRAWN -> "EndEvent_DecisionWithdrawn";
        };
    }
}
