package org.probatum.notification.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.notification.DeliveryLog;
import org.probatum.notification.Relay;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.web.Input;

/** What could not be delivered, for programs. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class DeadLetterResource {
    private final DeliveryLog log;
    private final Relay relay;
    private final Input input;
    private final Visit visit;

    DeadLetterResource(DeliveryLog log, Relay relay, Input input, Visit visit) {
        this.log = log;
        this.relay = relay;
        this.input = input;
        this.visit = visit;
    }

    /** Which to send again; without an id, all. */
    record Again(@Nullable String id) {}

    /** How many were put back into the queue. */
    record Replayed(int replayed) {}

    @GET
    @RolesAllowed(Access.READ)
    public List<DeliveryLog.Line> list() {
        return log.dead(visit.actor());
    }

    @POST
    @Path("replays")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.replay")
    public Replayed replay(byte @Nullable [] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        int replayed = log.replay(
                visit.actor(),
                input.read(body, type, "requests-1", "replay", Again.class).id());
        relay.wake();
        return new Replayed(replayed);
    }
}
