package org.probatum.workflow;

import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** A rectangle of the diagram in its own units; x grows to the right, y downwards. */
record Box(int x, int y, int width, int height) {
    static Box of(Bounds bounds) {
        return new Box(round(bounds.getX()), round(bounds.getY()), round(bounds.getWidth()), round(bounds.getHeight()));
    }

    static int round(double coordinate) {
        return (int) Math.round(coordinate);
    }

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    int centreX() {
        return x + width / 2;
    }

    int centreY() {
        return y + height / 2;
    }

    Box grownBy(int margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    Box around(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
