package org.probatum.risk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.risk.SetAppetite;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Version;

/** What a team bears and may bear, for programs. */
@Path("/api/v1/teams/{slug}/appetite")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class AppetiteResource {
    private final AppetiteDesk desk;
    private final SetAppetite setAppetite;
    private final Input input;
    private final Visit visit;

    AppetiteResource(AppetiteDesk desk, SetAppetite setAppetite, Input input, Visit visit) {
        this.desk = desk;
        this.setAppetite = setAppetite;
        this.input = input;
        this.visit = visit;
    }

    @GET
    @RolesAllowed(Access.READ)
    public Response show(@PathParam("slug") String slug) {
        AppetiteView view = desk.open(visit.actor(), slug).view();
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Version.tag(view.version()))
                .build();
    }

    /** Sets tolerance and appetite against the version read; a lead only lowers them. */
    @PUT
    @RolesAllowed({Access.REVIEW, Access.ADMIN})
    @RequestBody(ref = "requests-1.appetite")
    public Response set(
            @PathParam("slug") String slug,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        SetAppetite.Bounds bounds = input.read(body, type, "requests-1", "appetite", SetAppetite.Bounds.class);
        setAppetite.set(visit.actor(), slug, Version.seen(ifMatch), bounds);
        return show(slug);
    }
}
