package org.probatum.rerun.web;

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
import org.probatum.rerun.executor.SetReruns;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Version;

/** How a team's runs are run again, for programs. */
@Path("/api/v1/teams/{slug}/reruns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class RerunTermsResource {
    private final RerunTermsDesk desk;
    private final SetReruns setReruns;
    private final Input input;
    private final Visit visit;

    RerunTermsResource(RerunTermsDesk desk, SetReruns setReruns, Input input, Visit visit) {
        this.desk = desk;
        this.setReruns = setReruns;
        this.input = input;
        this.visit = visit;
    }

    @GET
    @RolesAllowed(Access.READ)
    public Response show(@PathParam("slug") String slug) {
        RerunTermsDesk.View view = desk.open(visit.actor(), slug).view();
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Version.tag(view.version()))
                .build();
    }

    /** Sets executor, limits and queue against the version read. */
    @PUT
    @RolesAllowed({Access.REVIEW, Access.ADMIN})
    @RequestBody(ref = "requests-1.reruns")
    public Response set(
            @PathParam("slug") String slug,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        SetReruns.Wanted wanted = input.read(body, type, "requests-1", "reruns", SetReruns.Wanted.class);
        setReruns.set(visit.actor(), slug, Version.seen(ifMatch), wanted);
        return show(slug);
    }
}
