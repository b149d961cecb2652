package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Stage;
import org.probatum.workflow.step.WaitStates;

/** The drawn processes and the code that stands behind them say the same. */
class ModelsTest {
    private static final String ENGINE = "http://camunda.org/schema/1.0/bpmn";
    private static final BpmnModelInstance DECISION = model("ExperimentDecision");
    private static final BpmnModelInstance GATE = model("GateReview");
    private static final BpmnModelInstance RISK = model("RiskEscalation");
    private static final BpmnModelInstance FOLLOW_UP = model("FollowUp");
    private static final BpmnModelInstance CHECK = model("ReproducibilityCheck");
    private static final BpmnModelInstance AFTER = model("AfterPublication");
    private static final List<BpmnModelInstance> MODELS = List.of(DECISION, GATE, CHECK, RISK, FOLLOW_UP, AFTER);

    @Test
    void every_element_has_a_readable_id_and_every_node_a_name() {
        assertThat(elements(FlowElement.class)).allSatisfy(element -> {
            assertThat(element.getId())
                    .matches(
                            "(StartEvent|EndEvent|Task|Check|Gate|Gateway|Timer|Message|EventSub|Flow)_[A-Z][A-Za-z]+");
            if (element instanceof FlowNode) {
                assertThat(element.getName()).as(element.getId()).isNotBlank();
            }
        });
    }

    @Test
    void gateways_that_ask_are_answered_by_every_flow_that_leaves_them() {
        List<ExclusiveGateway> asking = elements(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();

        assertThat(asking).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getName()).endsWith("?");
            assertThat(gateway.getDefault()).as("no answer is assumed").isNull();
            assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression()).as(flow.getId()).isNotNull();
            });
        });
    }

    @Test
    void joins_are_drawn_as_gateways() {
        assertThat(elements(FlowNode.class))
                .filteredOn(node -> !(node instanceof ExclusiveGateway) && !(node instanceof EndEvent))
                .allSatisfy(
                        node -> assertThat(node.getIncoming()).as(node.getId()).hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void the_work_of_each_stage_is_a_user_task_and_its_gate_a_call_of_the_gate_review() {
        Set<String> work = new TreeSet<>(waiting(false));
        work.add("Task_RepairEvidence");
        Set<String> calls = new TreeSet<>(waiting(true));
        calls.add("Check_Reproducibility");
        assertThat(ids(DECISION, UserTask.class)).isEqualTo(work);
        assertThat(ids(DECISION, CallActivity.class)).isEqualTo(calls);
        assertThat(DECISION.getModelElementsByType(CallActivity.class)).allMatch(call -> call.getCalledElement()
                .equals(call.getId().startsWith("Gate_") ? "GateReview" : "ReproducibilityCheck"));
        assertThat(waiting(false)).allSatisfy(id -> assertThat(WaitStates.elementOf(WaitStates.stageOf(id), false))
                .isEqualTo(id));
    }

    @Test
    void each_end_of_the_process_is_an_end_of_decisions() {
        Set<Stage> ends = DECISION.getModelElementsByType(EndEvent.class).stream()
                .map(BaseElement::getId)
                .filter(id -> id.startsWith("EndEvent_Decision"))
                .map(WaitStates::endOf)
                .collect(Collectors.toSet());

        assertThat(ends).containsExactlyInAnyOrder(Stage.PUBLISHED, Stage.DECLINED, Stage.REJECTED, Stage.WITHDRAWN);
    }

    @Test
    void the_models_name_every_step_of_the_code_and_no_other() {
        Set<String> named = new TreeSet<>();
        MODELS.forEach(model -> {
            model.getModelElementsByType(FlowNode.class).stream()
                    .map(node -> node.getAttributeValueNs(ENGINE, "delegateExpression"))
                    .filter(expression -> expression != null)
                    .forEach(named::add);
            model.getModelElementsByType(CamundaTaskListener.class)
                    .forEach(listener -> named.add(listener.getCamundaDelegateExpression()));
            model.getModelElementsByType(CamundaExecutionListener.class)
                    .forEach(listener -> named.add(listener.getCamundaDelegateExpression()));
        });
        Set<String> timers = elements(BoundaryEvent.class).stream()
                .map(event ->
                        event.getTextContent().replaceAll("(?s).*(gateDue|escalationDue|followUpDue).*", "\\${$1}"))
                .collect(Collectors.toSet());
        named.addAll(timers);

        Set<String> known = Stream.of(Steps.class.getDeclaredConstructors()[0].getParameters())
                .map(parameter -> "${" + parameter.getName() + "}")
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(known);
    }

    private static Set<String> waiting(boolean inReview) {
        return Stream.of(Stage.values())
                .filter(stage -> stage.gate() != null)
                .map(stage -> WaitStates.elementOf(stage, inReview))
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(BpmnModelInstance model, Class<? extends BaseElement> type) {
        return model.getModelElementsByType(type).stream()
                .map(BaseElement::getId)
                .collect(Collectors.toSet());
    }

    private static <E extends BaseElement> List<E> elements(Class<E> type) {
        return MODELS.stream()
                .map(model -> model.getModelElementsByType(type))
                .flatMap(Collection::stream)
                .toList();
    }

    private static BpmnModelInstance model(String name) {
        return Bpmn.readModelFromStream(ModelsTest.class.getResourceAsStream("/processes/" + name + ".bpmn"));
    }
}
