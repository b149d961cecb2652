package org.probatum.workflow;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.jspecify.annotations.Nullable;

/** Draws one sequence flow: a line with rounded corners, an arrowhead and its name. */
final class FlowDrawing {
    private static final int CORNER = 8;
    private static final int LABEL_WIDTH = 90;

    private final Svg svg;
    private final SequenceFlow flow;
    private final List<Point> points;
    private final @Nullable Box label;

    FlowDrawing(Svg svg, SequenceFlow flow, Collection<Waypoint> waypoints, @Nullable Box label) {
        this.svg = svg;
        this.flow = flow;
        this.points = waypoints.stream().map(Point::of).toList();
        this.label = label;
    }

    /** The arrow is the id of a marker that the picture defines. */
    void draw(String arrow, @Nullable Mark mark) {
        String state = mark == null ? "" : " " + mark.cssClass;
        svg.put("<g id=\"pp-", Lettering.escaped(flow.getId()), "\" class=\"pp-flow", state, "\">");
        svg.put("<path class=\"pp-line\" marker-end=\"url(#", arrow, ")\" d=\"");
        line();
        svg.put("\"/>");
        if (flow.getName() != null) Lettering.label(svg, flow.getName(), label == null ? besideStart() : label);
        svg.put("</g>\n");
    }

    private void line() {
        svg.put("M", points.get(0));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            svg.put("L", corner.towards(points.get(i - 1)), "Q", corner, " ", corner.towards(points.get(i + 1)));
        }
        svg.put("L", points.get(points.size() - 1));
    }

    private Box besideStart() {
        Point from = points.get(0);
        Point to = points.get(1);
        return new Box((from.x + to.x - LABEL_WIDTH) / 2, (from.y + to.y) / 2 - 18, LABEL_WIDTH, 0);
    }

    private record Point(int x, int y) {
        static Point of(Waypoint waypoint) {
            return new Point(Box.round(waypoint.getX()), Box.round(waypoint.getY()));
        }

        /** Where a corner's rounding begins on the way to the next point. */
        Point towards(Point next) {
            double length = Math.hypot(next.x - x, next.y - y);
            double share = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
            return new Point(x + Box.round((next.x - x) * share), y + Box.round((next.y - y) * share));
        }

        @Override
        public String toString() {
            return x + " " + y;
        }
    }
}
