package org.probatum.workflow;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.probatum.decision.Decision;
import org.probatum.decision.Stage;
import org.probatum.workflow.step.WaitStates;

/** The process of a decision, drawn with the place where it stands marked. There are few places, so pictures are kept. */
@Singleton
class ProcessPictures {
    private static final String MODEL = "processes/ExperimentDecision.bpmn";
    private static final List<String> ROAD = List.of(
            "StartEvent_DecisionFiled",
            "Task_JudgeIntake",
            "Gateway_WithinBoundary",
            "Task_SetTier",
            "Gateway_ScopeOpen",
            "Task_DescribeScope",
            "Gate_Scope",
            "Gateway_ScopeDecided",
            "Gateway_OptionsOpen",
            "Task_WeighOptions",
            "Gate_Options",
            "Gateway_OptionsDecided",
            "Gateway_TradeOffsOpen",
            "Task_AssessTradeOffs",
            "Gate_TradeOffs",
            "Gateway_TradeOffsDecided",
            "Gateway_VerificationOpen",
            "Task_VerifyRuns",
            "Check_Reproducibility",
            "Gateway_Reproduced",
            "Gate_Verification",
            "Gateway_VerificationDecided",
            "Gateway_PublicationOpen",
            "Task_PreparePublication",
            "Gate_Publication",
            "Gateway_PublicationDecided",
            "Task_PublishRecord",
            "EndEvent_DecisionPublished");

    private final Map<String, String> drawn = new ConcurrentHashMap<>();

    String of(Stage stage, boolean inReview, Stage reached) {
        return of(WaitStates.elementOf(stage, inReview), stage, inReview ? "in review" : "in work", reached);
    }

    /** Where a verification waits that is stopped, or whose runs are being run again, too. */
    String of(Decision decision, Stage reached) {
        if (decision.rerunning()) {
            return of(WaitStates.CHECK, decision.stage(), "its runs being run again", reached);
        }
        return decision.stopped()
                ? of(WaitStates.REPAIR, decision.stage(), "stopped", reached)
                : of(decision.stage(), decision.inReview(), reached);
    }

    private String of(String here, Stage stage, String how, Stage reached) {
        return drawn.computeIfAbsent(here + " " + reached, place -> draw(here, stage, how, reached));
    }

    private static String draw(String here, Stage stage, String how, Stage reached) {
        Map<String, Mark> marks = new HashMap<>();
        List<String> passed =
                switch (stage) {
                    case DECLINED -> behind("Task_SetTier");
                    case REJECTED -> behind(WaitStates.elementOf(reached, true));
                    case WITHDRAWN -> behind(WaitStates.elementOf(reached, false));
                    default -> behind(here.equals(WaitStates.REPAIR) ? "Gate_Verification" : here);
                };
        passed.forEach(element -> marks.put(element, Mark.DONE));
        marks.put(here, stage.ended() ? Mark.ENDED : Mark.HERE);
        String where = stage.ended()
                ? "It has ended: " + stage.title().toLowerCase(java.util.Locale.ROOT) + "."
                : "It stands at " + stage.title() + ", " + how + ".";
        return ProcessPicture.svg(model(), marks, "The process of a decision", where);
    }

    /** What the road has before an element. */
    private static List<String> behind(String element) {
        return ROAD.subList(0, ROAD.indexOf(element));
    }

    private static BpmnModelInstance model() {
        InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(MODEL);
        if (in == null) {
            throw new IllegalStateException(MODEL + " is not on the class path");
        }
        return Bpmn.readModelFromStream(in);
    }
}
