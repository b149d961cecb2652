package org.probatum.evidence.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.evidence.lineage.Graph;
import org.probatum.evidence.lineage.Lineage;
import org.probatum.evidence.lineage.Node;
import org.probatum.people.Access;
import org.probatum.people.Visit;

/** What a decision rests on, drawn and as a table. Groups are opened by the address. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/lineage")
@Produces(MediaType.TEXT_HTML)
public class LineagePage {
    private static final int OPENED = 20;

    private final Decisions decisions;
    private final Lineage lineage;
    private final Visit visit;

    LineagePage(Decisions decisions, Lineage lineage, Visit visit) {
        this.decisions = decisions;
        this.lineage = lineage;
        this.visit = visit;
    }

    /** A node as the table has it: what leads to it and what it rests on, and where its name leads. */
    record Row(Node node, String address, List<String> from, List<String> to) {}

    /** A box of the picture and where it leads. */
    record Place(Drawing.Box box, String address) {}

    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LineageSheet(
            String key,
            String title,
            Drawing drawing,
            List<Place> places,
            List<Row> rows,
            List<String> uncited,
            int disturbed,
            boolean opened)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @QueryParam("open") List<String> open) {
        Decision decision = decisions.visible(visit.actor(), key);
        Set<String> opened = open.stream()
                .filter(one -> one.matches("[a-z]{1,12}-group-[0-9]{1,4}"))
                .limit(OPENED)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Graph graph = lineage.of(decision, opened::contains);
        Drawing drawing = Drawing.of(graph);
        Map<String, String> labels = graph.nodes().stream().collect(Collectors.toMap(Node::id, Node::label));
        return new LineageSheet(
                key,
                decision.profile().title(),
                drawing,
                drawing.boxes().stream()
                        .map(box -> new Place(box, address(key, box.node(), opened)))
                        .toList(),
                graph.nodes().stream()
                        .map(node -> new Row(
                                node,
                                address(key, node, opened),
                                graph.edges().stream()
                                        .filter(edge -> edge.to().equals(node.id()))
                                        .map(edge -> labels.getOrDefault(edge.from(), ""))
                                        .toList(),
                                graph.edges().stream()
                                        .filter(edge -> edge.from().equals(node.id()))
                                        .map(edge -> labels.getOrDefault(edge.to(), ""))
                                        .toList()))
                        .toList(),
                graph.uncited(),
                (int) graph.nodes().stream().filter(Node::isDisturbed).count(),
                !opened.isEmpty());
    }

    private static String address(String key, Node node, Set<String> opened) {
        String decision = "/decisions/" + key;
        if (node.isGroup()) {
            Set<String> more = new LinkedHashSet<>(opened);
            more.add(node.id());
            return decision + "/lineage?"
                    + more.stream().map(one -> "open=" + one).collect(Collectors.joining("&"));
        }
        if (node.subject() != null) {
            return Asked.address(node.subject());
        }
        return switch (node.kind()) {
            case CLAIM -> decision + "#rationale";
            case COMPARISON -> decision + "#options";
            case DOCUMENT -> node.label().startsWith("https://") ? node.label() : decision + "#rationale";
            case RUN -> decision + "#runs";
            default -> decision;
        };
    }
}
