package org.probatum.evidence.lineage;

import java.util.List;

/**
 * What one decision rests on: from the decision by its claims and comparisons to runs, and from those to data, code and files.
 * What several rest on is there once.
 *
 * @param uncited runs that are attached and that nothing cites
 */
public record Graph(List<Node> nodes, List<Edge> edges, List<String> uncited) {
    /** One rests on the other. */
    public record Edge(String from, String to) {}
}
