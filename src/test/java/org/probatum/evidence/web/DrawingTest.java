package org.probatum.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.probatum.evidence.lineage.Graph;
import org.probatum.evidence.lineage.Node;

/** Whatever the graph, words keep apart and no line runs through them. */
class DrawingTest {
    @Test
    void keeps_boxes_apart_and_within_the_picture() {
        for (int seed = 0; seed < 50; seed++) {
            Drawing drawing = Drawing.of(graph(new Random(seed)));

            for (Drawing.Box box : drawing.boxes()) {
                assertThat(box.x()).isBetween(0, drawing.width() - Drawing.BOX);
                assertThat(box.y()).isBetween(0, drawing.height() - box.height());
                assertThat(drawing.boxes())
                        .filteredOn(other -> other != box && other.x() == box.x())
                        .allMatch(
                                other -> other.y() >= box.y() + box.height() || box.y() >= other.y() + other.height());
            }
        }
    }

    @Test
    void draws_no_line_through_a_box() {
        for (int seed = 0; seed < 50; seed++) {
            Drawing drawing = Drawing.of(graph(new Random(seed)));

            for (Drawing.Line line : drawing.lines()) {
                for (int[] point : points(line.path())) {
                    assertThat(drawing.boxes())
                            .as(line.path() + " at " + point[0] + " " + point[1])
                            .noneMatch(box -> point[0] > box.x() + 1
                                    && point[0] < box.x() + Drawing.BOX - 1
                                    && point[1] > box.y()
                                    && point[1] < box.y() + box.height());
                }
            }
        }
    }

    @Test
    void gives_kinds_that_are_not_there_no_room() {
        Graph graph = new Graph(
                List.of(node("d", Node.Kind.DECISION), node("r", Node.Kind.RUN)),
                List.of(new Graph.Edge("d", "r")),
                List.of());

        assertThat(Drawing.of(graph).width()).isEqualTo(12 * 2 + 262 + 204);
    }

    /** Points along a path: straight pieces at their ends and middles, curves at sixteen places. */
    private static List<int[]> points(String path) {
        List<int[]> points = new ArrayList<>();
        Matcher numbers = Pattern.compile("([MCH])([0-9 ]+)").matcher(path);
        int x = 0;
        int y = 0;
        while (numbers.find()) {
            int[] n = java.util.Arrays.stream(numbers.group(2).trim().split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            switch (numbers.group(1)) {
                case "M" -> {
                    x = n[0];
                    y = n[1];
                }
                case "H" -> {
                    for (int step = 0; step <= 8; step++) {
                        points.add(new int[] {x + (n[0] - x) * step / 8, y});
                    }
                    x = n[0];
                }
                default -> {
                    for (int step = 0; step <= 16; step++) {
                        double t = step / 16.0;
                        double s = 1 - t;
                        points.add(new int[] {
                            (int) (s * s * s * x + 3 * s * s * t * n[0] + 3 * s * t * t * n[2] + t * t * t * n[4]),
                            (int) (s * s * s * y + 3 * s * s * t * n[1] + 3 * s * t * t * n[3] + t * t * t * n[5])
                        });
                    }
                    x = n[4];
                    y = n[5];
                }
            }
        }
        return points;
    }

    private static Graph graph(Random random) {
        List<Node> nodes = new ArrayList<>(List.of(node("d", Node.Kind.DECISION)));
        List<Graph.Edge> edges = new ArrayList<>();
        List<Node.Kind> kinds =
                List.of(Node.Kind.CLAIM, Node.Kind.COMPARISON, Node.Kind.RUN, Node.Kind.DATASET, Node.Kind.COMMIT);
        for (int i = 0; i < 25; i++) {
            Node node = node("n" + i, kinds.get(random.nextInt(kinds.size())));
            List<Node> before = nodes.stream()
                    .filter(one -> one.kind().layer() < node.kind().layer())
                    .toList();
            for (int tie = 0; tie <= random.nextInt(3); tie++) {
                edges.add(
                        new Graph.Edge(before.get(random.nextInt(before.size())).id(), node.id()));
            }
            nodes.add(node);
        }
        return new Graph(nodes, edges.stream().distinct().toList(), List.of());
    }

    private static Node node(String id, Node.Kind kind) {
        return new Node(
                id,
                kind,
                id,
                "",
                1,
                null,
                false,
                id.endsWith("3") ? List.of(new Node.Mark("recalled", "spoilt", true)) : List.of());
    }
}
