package org.probatum.notification.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.notification.DeliveryLog;
import org.probatum.notification.Endpoint;
import org.probatum.notification.Endpoints;
import org.probatum.notification.KeepEndpoint;
import org.probatum.notification.Relay;
import org.probatum.notification.TryEndpoint;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.web.Input;

/** A team's webhooks for programs. */
@Path("/api/v1/webhooks/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class WebhookResource {
    private final Endpoints endpoints;
    private final KeepEndpoint keepEndpoint;
    private final TryEndpoint tryEndpoint;
    private final DeliveryLog log;
    private final Relay relay;
    private final Input input;
    private final Visit visit;
    private final Clock clock;

    WebhookResource(
            Endpoints endpoints,
            KeepEndpoint keepEndpoint,
            TryEndpoint tryEndpoint,
            DeliveryLog log,
            Relay relay,
            Input input,
            Visit visit,
            Clock clock) {
        this.endpoints = endpoints;
        this.keepEndpoint = keepEndpoint;
        this.tryEndpoint = tryEndpoint;
        this.log = log;
        this.relay = relay;
        this.input = input;
        this.visit = visit;
        this.clock = clock;
    }

    /** An endpoint; its secret only in the answer that makes it. */
    record EndpointAnswer(
            long id,
            String url,
            List<String> events,
            boolean enabled,
            @Nullable String disabledBecause,
            Instant created,
            @Nullable Instant previousSecretUntil,
            @Nullable String secret) {}

    /** How long the secret before signs too. */
    record Overlap(@Nullable Integer overlapHours) {}

    /** A message that was put into the queue. */
    record Queued(String id) {}

    /** What to send. */
    record Trial(String type) {}

    @GET
    @RolesAllowed(Access.READ)
    public List<EndpointAnswer> list(@PathParam("slug") String slug) {
        return endpoints.of(endpoints.kept(visit.actor(), slug)).stream()
                .map(endpoint -> answer(endpoint, null))
                .toList();
    }

    @POST
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.webhook")
    public Response add(
            @PathParam("slug") String slug,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        KeepEndpoint.Issued issued = keepEndpoint.add(
                visit.actor(), slug, input.read(body, type, "requests-1", "webhook", KeepEndpoint.Wanted.class));
        return Response.created(URI.create(
                        "/api/v1/webhooks/" + slug + "/" + issued.endpoint().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(answer(issued.endpoint(), issued.secret()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Access.FILE)
    public void remove(@PathParam("slug") String slug, @PathParam("id") long id) {
        keepEndpoint.remove(visit.actor(), slug, id);
    }

    @POST
    @Path("{id}/secrets")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.webhookSecret")
    public Response rotate(
            @PathParam("slug") String slug,
            @PathParam("id") long id,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        Overlap overlap = input.read(body, type, "requests-1", "webhookSecret", Overlap.class);
        KeepEndpoint.Issued issued = keepEndpoint.rotate(
                visit.actor(),
                slug,
                id,
                Objects.requireNonNullElse(overlap.overlapHours(), KeepEndpoint.OVERLAP_HOURS));
        return Response.status(201)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(answer(issued.endpoint(), issued.secret()))
                .build();
    }

    /** The newest messages to the endpoint and what became of them. */
    @GET
    @Path("{id}/deliveries")
    @RolesAllowed(Access.READ)
    public List<DeliveryLog.Line> deliveries(@PathParam("slug") String slug, @PathParam("id") long id) {
        return log.of(endpoints.of(endpoints.kept(visit.actor(), slug), id));
    }

    @POST
    @Path("{id}/deliveries")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.webhookTrial")
    public Response test(
            @PathParam("slug") String slug,
            @PathParam("id") long id,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        input.read(body, type, "requests-1", "webhookTrial", Trial.class);
        String message = tryEndpoint.send(visit.actor(), slug, id);
        relay.wake();
        return Response.status(201).entity(new Queued(message)).build();
    }

    private EndpointAnswer answer(Endpoint endpoint, @Nullable String secret) {
        return new EndpointAnswer(
                endpoint.id(),
                endpoint.url(),
                endpoint.events(),
                endpoint.enabled(),
                endpoint.disabledBecause(),
                endpoint.createdAt(),
                endpoint.overlaps(clock.instant()) ? endpoint.previousUntil() : null,
                secret);
    }
}
