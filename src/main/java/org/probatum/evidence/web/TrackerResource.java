package org.probatum.evidence.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.tracker.BrowseTracker;
import org.probatum.evidence.tracker.Experiment;
import org.probatum.evidence.tracker.KeepTracker;
import org.probatum.evidence.tracker.Listing;
import org.probatum.evidence.tracker.RunHead;
import org.probatum.evidence.tracker.Trackers;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.web.Input;

/** A team's trackers for programs: kept by its leads, looked into by its members. */
@Path("/api/v1/trackers/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class TrackerResource {
    private final Trackers trackers;
    private final KeepTracker keepTracker;
    private final BrowseTracker browseTracker;
    private final Input input;
    private final Visit visit;

    TrackerResource(Trackers trackers, KeepTracker keepTracker, BrowseTracker browseTracker, Input input, Visit visit) {
        this.trackers = trackers;
        this.keepTracker = keepTracker;
        this.browseTracker = browseTracker;
        this.input = input;
        this.visit = visit;
    }

    /** What the tracker said when it was asked. */
    record Greeting(String said) {}

    @GET
    @RolesAllowed(Access.READ)
    public List<TrackerAnswer> list(@PathParam("slug") String slug) {
        return trackers.of(trackers.seen(visit.actor(), slug).id()).stream()
                .map(TrackerAnswer::of)
                .toList();
    }

    @POST
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.tracker")
    @APIResponseSchema(value = TrackerAnswer.class, responseCode = "201")
    public Response add(
            @PathParam("slug") String slug,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        TrackerAnswer added = TrackerAnswer.of(keepTracker.add(visit.actor(), slug, wanted(body, type)));
        return Response.created(URI.create("/api/v1/trackers/" + slug + "/" + added.id()))
                .entity(added)
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.tracker")
    public TrackerAnswer change(
            @PathParam("slug") String slug,
            @PathParam("id") long id,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return TrackerAnswer.of(keepTracker.change(visit.actor(), slug, id, wanted(body, type)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Access.FILE)
    public void remove(@PathParam("slug") String slug, @PathParam("id") long id) {
        keepTracker.remove(visit.actor(), slug, id);
    }

    /** Asks the tracker whether it lets the service in. */
    @GET
    @Path("{id}/greeting")
    @RolesAllowed(Access.READ)
    public Greeting greet(@PathParam("slug") String slug, @PathParam("id") long id) {
        return new Greeting(browseTracker.greet(visit.actor(), slug, id));
    }

    @GET
    @Path("{id}/experiments")
    @RolesAllowed(Access.READ)
    public Listing<Experiment> experiments(
            @PathParam("slug") String slug,
            @PathParam("id") long id,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("from") @Nullable String from) {
        return browseTracker.experiments(visit.actor(), slug, id, filter, from);
    }

    @GET
    @Path("{id}/runs")
    @RolesAllowed(Access.READ)
    public Listing<RunHead> runs(
            @PathParam("slug") String slug,
            @PathParam("id") long id,
            @QueryParam("experiment") List<String> experiments,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("from") @Nullable String from) {
        return browseTracker.runs(visit.actor(), slug, id, experiments, filter, from);
    }

    private KeepTracker.Wanted wanted(byte @Nullable [] body, @Nullable String type) {
        return input.read(body, type, "requests-1", "tracker", KeepTracker.Wanted.class);
    }
}
