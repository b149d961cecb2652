package org.probatum.notification.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.probatum.notification.DeliveryLog;
import org.probatum.notification.Relay;
import org.probatum.people.Access;
import org.probatum.people.PlatformRole;
import org.probatum.people.TeamRole;
import org.probatum.people.Visit;

/** What could not be delivered, why, and a button that sends it again. */
@Path("/dead-letters")
@Produces(MediaType.TEXT_HTML)
public class DeadLetterPage {
    private final DeliveryLog log;
    private final Relay relay;
    private final Visit visit;

    DeadLetterPage(DeliveryLog log, Relay relay, Visit visit) {
        this.log = log;
        this.relay = relay;
        this.visit = visit;
    }

    /** The page; somebody who keeps no endpoints is told who does. */
    @CheckedTemplate(basePath = "notification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Dead(List<DeliveryLog.Line> lines, boolean keeping, boolean owner) implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show() {
        boolean owner = visit.actor().platformRoles().contains(PlatformRole.PLATFORM_OWNER);
        boolean leads = visit.actor().memberships().values().stream().anyMatch(roles -> roles.contains(TeamRole.LEAD));
        return new Dead(log.dead(visit.actor()), owner || leads, owner);
    }

    /** One that the form names, or all. */
    @POST
    @Path("replays")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response replay(MultivaluedMap<String, String> form) {
        String id = form.getFirst("id");
        log.replay(visit.actor(), id == null || id.isBlank() ? null : id);
        relay.wake();
        return Response.seeOther(URI.create("/dead-letters")).build();
    }
}
