package org.probatum.evidence.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.probatum.evidence.lineage.Graph;
import org.probatum.evidence.lineage.Node;

/**
 * A graph laid out from left to right: a column a kind, boxes that keep their words to themselves, and lines that run between
 * boxes and never through one. A line over several columns has a lane of its own in each it passes.
 *
 * @param width in the picture's own units, which are pixels at its natural size
 */
record Drawing(int width, int height, List<Box> boxes, List<Line> lines) {
    static final int BOX = 204;
    private static final int PITCH = BOX + 58;
    private static final int MARGIN = 12;
    private static final int PLAIN = 46;
    private static final int MARKED = 64;
    private static final int LANE = 14;
    private static final int GAP = 12;
    private static final int SWEEPS = 4;

    /** A node where it stands. */
    record Box(int x, int y, int height, Node node) {
        public String title() {
            return cut(node.label(), 25);
        }

        public String detail() {
            return cut(node.detail(), 30);
        }

        /** The word of what disturbs it, or did. */
        public String mark() {
            return node.marks().stream()
                    .filter(mark -> mark.stands() == node.isDisturbed())
                    .map(Node.Mark::word)
                    .findFirst()
                    .orElse("");
        }

        public String look() {
            return (node.isDisturbed() ? "bad " : "")
                    + (node.declared() ? "declared " : "")
                    + (node.isGroup() ? "group " : "")
                    + node.kind().name().toLowerCase(java.util.Locale.ROOT);
        }

        private static String cut(String words, int most) {
            return words.codePointCount(0, words.length()) <= most
                    ? words
                    : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
        }
    }

    /** A line from one box to another, as SVG draws it. */
    record Line(String path, boolean bad) {}

    /** A place in a column: a box, or a lane that a line passes through. */
    private static final class Slot {
        final int height;
        final List<Slot> before = new ArrayList<>();
        final List<Slot> after = new ArrayList<>();
        int column;
        int y;
        double rank;

        Slot(int column, int height) {
            this.column = column;
            this.height = height;
        }

        int middle() {
            return y + height / 2;
        }
    }

    static Drawing of(Graph graph) {
        Map<Integer, Integer> columnOf = columns(graph);
        List<List<Slot>> columns = new ArrayList<>();
        columnOf.forEach((layer, column) -> columns.add(new ArrayList<>()));
        Map<String, Slot> slots = new HashMap<>();
        for (Node node : graph.nodes()) {
            Slot slot = new Slot(in(columnOf, node.kind().layer()), node.marks().isEmpty() ? PLAIN : MARKED);
            slots.put(node.id(), slot);
            columns.get(slot.column).add(slot);
        }
        Map<Graph.Edge, List<Slot>> ways = new HashMap<>();
        graph.edges().forEach(edge -> ways.put(edge, way(edge, slots, columns)));
        order(columns);
        int height = place(columns);
        List<Box> boxes = graph.nodes().stream()
                .map(node -> {
                    Slot slot = in(slots, node.id());
                    return new Box(MARGIN + slot.column * PITCH, slot.y, slot.height, node);
                })
                .toList();
        Map<String, Node> nodes = new HashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.id(), node));
        List<Line> lines = graph.edges().stream()
                .map(edge -> new Line(path(in(ways, edge)), in(nodes, edge.to()).isDisturbed()))
                .toList();
        return new Drawing(MARGIN * 2 + (columns.size() - 1) * PITCH + BOX, height, boxes, lines);
    }

    /** Kinds that are not there take no column. */
    private static Map<Integer, Integer> columns(Graph graph) {
        Map<Integer, Integer> columns = new java.util.TreeMap<>();
        new TreeSet<>(graph.nodes().stream().map(node -> node.kind().layer()).toList())
                .forEach(layer -> columns.put(layer, columns.size()));
        return columns;
    }

    private static List<Slot> way(Graph.Edge edge, Map<String, Slot> slots, List<List<Slot>> columns) {
        Slot from = in(slots, edge.from());
        Slot to = in(slots, edge.to());
        List<Slot> way = new ArrayList<>(List.of(from));
        for (int column = from.column + 1; column < to.column; column++) {
            Slot lane = new Slot(column, LANE);
            columns.get(column).add(lane);
            way.add(lane);
        }
        way.add(to);
        for (int i = 1; i < way.size(); i++) {
            way.get(i - 1).after.add(way.get(i));
            way.get(i).before.add(way.get(i - 1));
        }
        return way;
    }

    /** Puts each beside what it is tied to, by turns from the left and from the right, so that few lines cross. */
    private static void order(List<List<Slot>> columns) {
        columns.forEach(Drawing::number);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < columns.size(); i++) {
                boolean right = sweep % 2 == 0;
                List<Slot> column = columns.get(right ? i : columns.size() - 1 - i);
                for (Slot slot : column) {
                    List<Slot> tied = right ? slot.before : slot.after;
                    slot.rank =
                            tied.stream().mapToDouble(one -> one.rank).average().orElse(slot.rank);
                }
                column.sort(java.util.Comparator.comparingDouble(slot -> slot.rank));
                number(column);
            }
        }
    }

    /** Ranks from 0 to 1, so that columns of different length compare. */
    private static void number(List<Slot> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).rank = (i + 0.5) / column.size();
        }
    }

    /** Stacks the columns, each in the middle of the highest; how high the whole is. */
    private static int place(List<List<Slot>> columns) {
        int highest = columns.stream().mapToInt(Drawing::height).max().orElse(0);
        for (List<Slot> column : columns) {
            int y = MARGIN + (highest - height(column)) / 2;
            for (Slot slot : column) {
                slot.y = y;
                y += slot.height + GAP;
            }
        }
        return highest + MARGIN * 2;
    }

    private static <K, V> V in(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key), () -> "nothing at " + key);
    }

    private static int height(List<Slot> column) {
        return column.stream().mapToInt(slot -> slot.height + GAP).sum() - GAP;
    }

    private static String path(List<Slot> way) {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i < way.size(); i++) {
            Slot from = way.get(i - 1);
            Slot to = way.get(i);
            int x = MARGIN + from.column * PITCH + BOX;
            int next = MARGIN + to.column * PITCH;
            int bend = (x + next) / 2;
            path.append(i == 1 ? "M" + x + " " + from.middle() : " H" + x)
                    .append(" C" + bend + " " + from.middle() + " " + bend + " " + to.middle() + " " + next + " "
                            + to.middle());
        }
        return path.toString();
    }
}
