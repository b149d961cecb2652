package org.probatum.publication.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.probatum.people.Access;

/** A published record for programs, in the format they ask for. */
@Path("/api/v1/decisions/{key}/record")
public class RecordResource {
    private final Renderings renderings;
    private final RecordPage page;

    RecordResource(Renderings renderings, RecordPage page) {
        this.renderings = renderings;
        this.page = page;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Access.READ)
    public Response json(@PathParam("key") String key, @Context Request request) {
        return renderings.json(key, request);
    }

    @GET
    @Produces(Renderings.MARKDOWN)
    @RolesAllowed(Access.READ)
    public Response markdown(@PathParam("key") String key, @Context Request request) {
        return renderings.markdown(key, request);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Access.READ)
    public Response html(@PathParam("key") String key) {
        return Response.ok(page.page(key))
                .tag(renderings.record(key).digest())
                .header("Vary", "Accept")
                .build();
    }
}
