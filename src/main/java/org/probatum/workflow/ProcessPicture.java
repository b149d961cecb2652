package org.probatum.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.jspecify.annotations.Nullable;

/**
 * Draws a process model as SVG from its own diagram coordinates, so that the picture shows what the engine runs. All looks
 * come from the classes in process.css; the SVG carries no style of its own. Sub-processes are drawn below what they hold.
 */
final class ProcessPicture {
    private static final int PADDING = 24;

    private final Svg svg = new Svg();
    private final BpmnPlane plane;
    private final Map<String, Mark> marks;
    private final String id;

    private ProcessPicture(BpmnPlane plane, Map<String, Mark> marks) {
        this.plane = plane;
        this.marks = marks;
        this.id = "pp-" + Lettering.escaped(plane.getBpmnElement().getId());
    }

    /** Marks are by the id of a node or a flow; ids that the model does not have are left out. */
    static String svg(BpmnModelInstance model, Map<String, Mark> marks, String title, String description) {
        BpmnPlane plane =
                model.getModelElementsByType(BpmnPlane.class).iterator().next();
        return new ProcessPicture(plane, marks).drawn(title, description);
    }

    private String drawn(String title, String description) {
        Collection<DiagramElement> elements = plane.getDiagramElements();
        head(bounds(elements).grownBy(PADDING), title, description);
        for (DiagramElement element : elements) {
            if (element instanceof BpmnShape shape && shape.getBpmnElement() instanceof SubProcess sub) {
                draw(shape, sub);
            }
        }
        for (DiagramElement element : elements) {
            if (element instanceof BpmnEdge edge && edge.getBpmnElement() instanceof SequenceFlow flow) {
                draw(edge, flow);
            }
        }
        for (DiagramElement element : elements) {
            if (element instanceof BpmnShape shape && isSingle(shape.getBpmnElement())) {
                draw(shape, (FlowNode) shape.getBpmnElement());
            }
        }
        svg.put("</svg>");
        return svg.toString();
    }

    private static boolean isSingle(BaseElement element) {
        return element instanceof FlowNode && !(element instanceof SubProcess);
    }

    private void head(Box view, String title, String description) {
        svg.put("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pp\" role=\"img\"");
        svg.put(" width=\"", view.width(), "\" height=\"", view.height(), "\" viewBox=\"", view.x(), " ", view.y());
        svg.put(" ", view.width(), " ", view.height(), "\" aria-labelledby=\"", id, "-title\"");
        svg.put(" aria-describedby=\"", id, "-desc\">\n");
        svg.put("<title id=\"", id, "-title\">", Lettering.escaped(title), "</title>");
        svg.put("<desc id=\"", id, "-desc\">", Lettering.escaped(description), "</desc>\n<defs>");
        arrow("-arrow", "pp-arrow");
        arrow("-arrow-done", "pp-arrow pp-arrow-done");
        svg.put("</defs>\n");
    }

    private void arrow(String suffix, String cssClass) {
        svg.put("<marker id=\"", id, suffix, "\" viewBox=\"0 0 10 10\" refX=\"9.5\" refY=\"5\" orient=\"auto\"");
        svg.put(" markerWidth=\"10\" markerHeight=\"10\" markerUnits=\"userSpaceOnUse\">");
        svg.put("<path class=\"", cssClass, "\" d=\"M0 1L10 5L0 9z\"/></marker>");
    }

    private void draw(BpmnShape shape, FlowNode node) {
        Mark mark = marks.get(node.getId());
        new NodeDrawing(svg, node, Box.of(shape.getBounds()), label(shape.getBpmnLabel()), mark).draw();
    }

    private void draw(BpmnEdge edge, SequenceFlow flow) {
        Mark mark = marks.get(flow.getId());
        String arrow = id + (mark == null ? "-arrow" : "-arrow-done");
        new FlowDrawing(svg, flow, edge.getWaypoints(), label(edge.getBpmnLabel())).draw(arrow, mark);
    }

    private static @Nullable Box label(@Nullable BpmnLabel label) {
        return label == null || label.getBounds() == null ? null : Box.of(label.getBounds());
    }

    private static Box bounds(Collection<DiagramElement> elements) {
        return elements.stream()
                .flatMap(ProcessPicture::boxes)
                .reduce(Box::around)
                .orElseThrow();
    }

    private static Stream<Box> boxes(DiagramElement element) {
        if (element instanceof BpmnShape shape) {
            Box box = Box.of(shape.getBounds());
            Box label = label(shape.getBpmnLabel());
            return label == null ? Stream.of(box) : Stream.of(box, label);
        }
        if (element instanceof BpmnEdge edge) {
            return edge.getWaypoints().stream().map(p -> new Box(Box.round(p.getX()), Box.round(p.getY()), 0, 0));
        }
        return Stream.empty();
    }
}
