package org.probatum.workflow;

import java.util.Collection;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The small signs of BPMN, drawn around their own middle. */
enum Glyph {
    PERSON(
            "M-3.5-3.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M-6.5 6.5v-1a4.5 4.5 0 0 1 4.5-4.5h4a4.5 4.5 0 0 1 4.5 4.5v1z"),
    TABLE("M-7-6h14v12h-14zM-7-2h14M-7 2h14M-2-2v8"),
    GEAR("M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M0-7v3M0 4v3M-7 0h3M4 0h3M-5-5l2 2M3 3l2 2M-5 5l2-2M3-3l2-2"),
    CROSS("M-7-7l14 14M7-7l-14 14"),
    PLUS("M-9 0h18M0-9v18"),
    ENVELOPE("M-8-5.5h16v11h-16zl8 6.5l8-6.5"),
    CLOCK("M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M0-6v6l4 2.5M0-9v2M0 7v2M-9 0h2M7 0h2"),
    NONE("");

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    static Glyph of(FlowNode node) {
        if (node instanceof UserTask) return PERSON;
        if (node instanceof BusinessRuleTask) return TABLE;
        if (node instanceof ServiceTask) return GEAR;
        if (node instanceof ExclusiveGateway) return CROSS;
        if (node instanceof ParallelGateway) return PLUS;
        if (node instanceof CatchEvent event) return of(event.getEventDefinitions());
        if (node instanceof ThrowEvent event) return of(event.getEventDefinitions());
        return NONE;
    }

    void draw(Svg svg, int x, int y) {
        if (this == NONE) return;
        svg.put("<path class=\"pp-glyph\" transform=\"translate(", x, " ", y, ")\" d=\"", path, "\"/>");
    }

    private static Glyph of(Collection<EventDefinition> definitions) {
        for (EventDefinition definition : definitions) {
            if (definition instanceof MessageEventDefinition) return ENVELOPE;
            if (definition instanceof TimerEventDefinition) return CLOCK;
        }
        return NONE;
    }
}
