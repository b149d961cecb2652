package org.probatum.gate.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.gate.Checklist;
import org.probatum.gate.Gates;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Json;

/** The verification checklist by itself: every item with its threshold, what was measured, where that comes from, and whether it passes. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}")
@Produces(MediaType.TEXT_HTML)
public class ChecklistPage {
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", "UTF-8");

    private final Decisions decisions;
    private final Gates gates;
    private final Visit visit;

    ChecklistPage(Decisions decisions, Gates gates, Visit visit) {
        this.decisions = decisions;
        this.gates = gates;
        this.visit = visit;
    }

    /** The items, and how many stand in the way. */
    @CheckedTemplate(basePath = "gate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChecklistSheet(
            String key, String title, boolean atGate, List<ChecklistRow> rows, long failing, boolean promised)
            implements TemplateInstance {}

    /** The same as Markdown. */
    @CheckedTemplate(basePath = "gate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChecklistText(String key, String title, List<ChecklistRow> rows) implements TemplateInstance {}

    @GET
    @Path("checklist")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key) {
        Decision decision = decisions.visible(visit.actor(), key);
        List<Checklist.Item> items = Checklist.of(gates.lay(decision));
        return new ChecklistSheet(
                key,
                decision.profile().title(),
                decision.stage().gate() == Gate.VERIFICATION,
                ChecklistRow.of(items),
                items.stream().filter(Checklist.Item::blocks).count(),
                items.stream().anyMatch(Checklist.Item::promised));
    }

    @GET
    @Path("checklist.{ending: md|json}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed(Access.READ)
    public Response download(@PathParam("key") String key, @PathParam("ending") String ending) {
        Decision decision = decisions.visible(visit.actor(), key);
        List<Checklist.Item> items = Checklist.of(gates.lay(decision));
        Response.ResponseBuilder file = ending.equals("json")
                ? Response.ok(Json.write(items), MediaType.APPLICATION_JSON_TYPE)
                : Response.ok(
                        Objects.requireNonNull(
                                new ChecklistText(key, decision.profile().title(), ChecklistRow.of(items)).render()),
                        MARKDOWN);
        return file.header("Content-Disposition", "attachment; filename=\"" + key + "-checklist." + ending + "\"")
                .build();
    }
}
