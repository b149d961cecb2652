package org.probatum.workflow;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/** Draws one task, gateway, event or sub-process, with its mark. */
final class NodeDrawing {
    private static final int RING_GAP = 6;
    private static final int TEXT_MARGIN = 6;
    private static final Box NO_LABEL = new Box(0, 0, 90, 0);

    private final Svg svg;
    private final FlowNode node;
    private final Box box;
    private final @Nullable Box label;
    private final @Nullable Mark mark;

    NodeDrawing(Svg svg, FlowNode node, Box box, @Nullable Box label, @Nullable Mark mark) {
        this.svg = svg;
        this.node = node;
        this.box = box;
        this.label = label;
        this.mark = mark;
    }

    void draw() {
        String name = node.getName() == null ? "" : node.getName();
        String state = mark == null ? "" : " " + mark.cssClass;
        svg.put("<g id=\"pp-", Lettering.escaped(node.getId()), "\" class=\"", kind(), state, "\">");
        svg.put("<title>", Lettering.escaped(name), mark == null ? "" : ": " + mark.word, "</title>");
        if (mark == Mark.HERE) outline("pp-ring", box.grownBy(RING_GAP));
        outline("pp-shape", box);
        inside();
        name(name);
        if (mark != null) sign(mark);
        svg.put("</g>\n");
    }

    private String kind() {
        if (node instanceof Gateway) return "pp-gateway";
        if (node instanceof EndEvent) return "pp-event pp-end";
        if (node instanceof BoundaryEvent event) {
            return event.cancelActivity() ? "pp-event pp-between" : "pp-event pp-between pp-going-on";
        }
        if (node instanceof Event) return "pp-event";
        if (node instanceof SubProcess) return "pp-sub";
        return node instanceof CallActivity ? "pp-task pp-call" : "pp-task";
    }

    private void outline(String cssClass, Box at) {
        if (node instanceof Event) circle(cssClass, at.width() / 2);
        else if (node instanceof Gateway) diamond(cssClass, at);
        else rectangle(cssClass, at);
    }

    private void inside() {
        if (node instanceof BoundaryEvent) circle("pp-inner", box.width() / 2 - 4);
        boolean cornered = !(node instanceof Event || node instanceof Gateway);
        Glyph.of(node).draw(svg, cornered ? box.x() + 14 : box.centreX(), cornered ? box.y() + 14 : box.centreY());
    }

    private void name(String name) {
        if (name.isEmpty()) return;
        if (node instanceof SubProcess) {
            Lettering.label(svg, name, new Box(box.x(), box.y() + 8, box.width(), Lettering.LINE_HEIGHT));
        } else if (node instanceof Event || node instanceof Gateway) {
            Lettering.label(svg, name, label == null ? below() : label);
        } else {
            Lettering.centred(svg, name, box, box.width() - 2 * TEXT_MARGIN);
        }
    }

    private Box below() {
        return new Box(box.centreX() - NO_LABEL.width() / 2, box.bottom() + 4, NO_LABEL.width(), 0);
    }

    private void sign(Mark shown) {
        int inset = node instanceof Event ? 5 : node instanceof Gateway ? 7 : 0;
        int x = box.right() - inset;
        int y = box.y() + inset;
        svg.put("<circle class=\"pp-badge\" cx=\"", x, "\" cy=\"", y, "\" r=\"9\"/>");
        svg.put("<text class=\"pp-sign\" text-anchor=\"middle\" dy=\".35em\" x=\"", x, "\" y=\"", y, "\">");
        svg.put(shown.sign, "</text>");
    }

    private void circle(String cssClass, int radius) {
        svg.put("<circle class=\"", cssClass, "\" cx=\"", box.centreX(), "\" cy=\"", box.centreY());
        svg.put("\" r=\"", radius, "\"/>");
    }

    private void diamond(String cssClass, Box at) {
        svg.put("<path class=\"", cssClass, "\" d=\"M", at.centreX(), " ", at.y(), "L", at.right(), " ", at.centreY());
        svg.put("L", at.centreX(), " ", at.bottom(), "L", at.x(), " ", at.centreY(), "z\"/>");
    }

    private void rectangle(String cssClass, Box at) {
        svg.put("<rect class=\"", cssClass, "\" x=\"", at.x(), "\" y=\"", at.y());
        svg.put("\" width=\"", at.width(), "\" height=\"", at.height(), "\" rx=\"10\"/>");
    }
}
