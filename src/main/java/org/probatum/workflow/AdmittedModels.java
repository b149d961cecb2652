package org.probatum.workflow;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Refuses every model that contains an element, an engine attribute or an expression beyond those the service uses. */
@Singleton
public class AdmittedModels extends AbstractBpmnParseListener {
    private static final String ENGINE = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
            "documentation",
            "incoming",
            "outgoing",
            "extensionElements",
            "message",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "messageEventDefinition",
            "timerEventDefinition",
            "timeDate",
            "timeCycle",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "sequenceFlow",
            "conditionExpression",
            "in",
            "out",
            "taskListener",
            "executionListener",
            "BPMNDiagram",
            "BPMNPlane",
            "BPMNShape",
            "BPMNEdge",
            "BPMNLabel",
            "Bounds",
            "waypoint");
    private static final Set<String> ENGINE_ATTRIBUTES =
            Set.of("asyncBefore", "delegateExpression", "historyTimeToLive", "calledElementBinding", "type", "topic");
    private static final Set<String> LISTENER_ATTRIBUTES =
            Set.of("delegateExpression", "event", "businessKey", "source", "target");
    private static final Set<String> EXPRESSIONS = Set.of(
            "${judgeIntake}",
            "${setTier}",
            "${enterStage}",
            "${setTerms}",
            "${openGate}",
            "${remindReviewers}",
            "${reportOverdue}",
            "${publishRecord}",
            "${orderReruns}",
            "${concludeCheck}",
            "${endDecision}",
            "${rateRisk}",
            "${awaitAnswer}",
            "${climbEscalation}",
            "${startFollowUps}",
            "${awaitFollowUp}",
            "${remindAccountable}",
            "${escalateFollowUp}",
            "${gateDue.reminderAt(execution)}",
            "${gateDue.overdueCycle(execution)}",
            "${escalationDue.climbCycle(execution)}",
            "${followUpDue.reminderAt(execution)}",
            "${followUpDue.overdueCycle(execution)}",
            "#{execution.processBusinessKey}",
            "${answer == 'above'}",
            "${answer == 'within'}",
            "${answer == 'accepted'}",
            "${answer == 'passed'}",
            "${answer == 'declined'}",
            "${answer == 'ordered'}",
            "${answer == 'none'}",
            "${answer == 'reproduced'}",
            "${answer == 'notReproduced'}",
            "${answer == 'inconclusive'}",
            "${answer == 'changesRequested'}",
            "${answer == 'rejected'}");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        check(root);
    }

    private static void check(Element element) {
        boolean ofEngine = ENGINE.equals(element.getUri());
        if (!ELEMENTS.contains(element.getTagName())) {
            throw refused(element, "the element " + element.getTagName());
        }
        for (String attribute : element.attributes()) {
            int colon = attribute.lastIndexOf(':');
            String name = attribute.substring(colon + 1);
            if (colon > 0 && attribute.startsWith(ENGINE) && !ENGINE_ATTRIBUTES.contains(name)
                    || ofEngine && !LISTENER_ATTRIBUTES.contains(name)) {
                throw refused(element, "the attribute " + name);
            }
            String value = String.valueOf(
                    colon > 0
                            ? element.attributeNS(
                                    new org.camunda.bpm.engine.impl.util.xml.Namespace(attribute.substring(0, colon)),
                                    name)
                            : element.attribute(attribute));
            if (attribute.equals(ENGINE + ":type") && !value.equals("external")
                    || attribute.equals(ENGINE + ":topic") && !value.equals("reruns")) {
                throw refused(element, "the " + name + " " + value);
            }
            checkExpression(element, value);
        }
        if (!element.getTagName().equals("documentation")) {
            checkExpression(element, element.getText().strip());
        }
        element.elements().forEach(AdmittedModels::check);
    }

    private static void checkExpression(Element element, String text) {
        if ((text.contains("${") || text.contains("#{")) && !EXPRESSIONS.contains(text)) {
            throw refused(element, "the expression " + text);
        }
    }

    private static IllegalArgumentException refused(Element element, String what) {
        return new IllegalArgumentException(
                "line " + element.getLine() + ": " + what + " is not among those that process models may use");
    }
}
