package org.probatum.evidence.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.material.Parts;
import org.probatum.decision.material.PlannedField;
import org.probatum.decision.web.Answers;
import org.probatum.evidence.PlanTracking;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Version;

/** The logging plan of a decision for programs, in the format they ask for; the team writes its own. */
@Path("/api/v1/decisions/{key}/tracking-plan")
public class PlanResource {
    private static final List<Variant> OFFERED = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, PlanSheets.MARKDOWN_TEXT, MediaType.TEXT_HTML_TYPE)
            .build();

    private final Decisions decisions;
    private final PlanTracking planTracking;
    private final Input input;
    private final Visit visit;

    PlanResource(Decisions decisions, PlanTracking planTracking, Input input, Visit visit) {
        this.decisions = decisions;
        this.planTracking = planTracking;
        this.input = input;
        this.visit = visit;
    }

    /** Whoever takes anything gets JSON; whoever takes none of the three is refused. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, PlanSheets.MARKDOWN, MediaType.TEXT_HTML})
    @RolesAllowed(Access.READ)
    public Response show(@PathParam("key") String key, @Context Request request) {
        Decision decision = decisions.visible(visit.actor(), key);
        Variant chosen = request.selectVariant(OFFERED);
        if (chosen == null) {
            throw Problem.http("not-acceptable", 406, "A logging plan comes as JSON, Markdown or HTML, and no other.");
        }
        PlanSheets.Format format =
                switch (chosen.getMediaType().getSubtype()) {
                    case "json" -> PlanSheets.Format.JSON;
                    case "markdown" -> PlanSheets.Format.MARKDOWN;
                    default -> PlanSheets.Format.HTML;
                };
        return Response.fromResponse(PlanSheets.of(decision, format))
                .header(HttpHeaders.ETAG, Version.tag(decision.version()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** The plan as it is to be: an empty one leaves the category's. */
    record Planned(@Nullable List<PlannedField> entries) {}

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.trackingPlanList")
    public Response plan(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        int seen = Version.seen(ifMatch);
        Planned planned = input.read(body, type, "decision-1", "trackingPlanList", Planned.class);
        return Answers.ok(planTracking.plan(visit.actor(), key, seen, Parts.listOf(planned.entries())));
    }
}
