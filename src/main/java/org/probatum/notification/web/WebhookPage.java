package org.probatum.notification.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.notification.DeliveryLog;
import org.probatum.notification.Endpoint;
import org.probatum.notification.Endpoints;
import org.probatum.notification.KeepEndpoint;
import org.probatum.notification.Relay;
import org.probatum.notification.Topics;
import org.probatum.notification.TryEndpoint;
import org.probatum.people.Access;
import org.probatum.people.Team;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.Vault;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;

/** A team's webhooks: its leads add endpoints, try them, and see what arrived. */
@Path("/webhooks/{slug}")
@Produces(MediaType.TEXT_HTML)
public class WebhookPage {
    private final Endpoints endpoints;
    private final KeepEndpoint keepEndpoint;
    private final TryEndpoint tryEndpoint;
    private final DeliveryLog log;
    private final Vault vault;
    private final Relay relay;
    private final Input input;
    private final Visit visit;
    private final Clock clock;

    WebhookPage(
            Endpoints endpoints,
            KeepEndpoint keepEndpoint,
            TryEndpoint tryEndpoint,
            DeliveryLog log,
            Vault vault,
            Relay relay,
            Input input,
            Visit visit,
            Clock clock) {
        this.endpoints = endpoints;
        this.keepEndpoint = keepEndpoint;
        this.tryEndpoint = tryEndpoint;
        this.log = log;
        this.vault = vault;
        this.relay = relay;
        this.input = input;
        this.visit = visit;
        this.clock = clock;
    }

    /** The team whose endpoints they are. */
    record Whose(String slug, String name) {}

    /** An endpoint as pages show it. */
    record Row(
            long id,
            String url,
            List<String> events,
            boolean enabled,
            @Nullable String because,
            int failures,
            @Nullable Instant overlapUntil) {
        static Row of(Endpoint endpoint, Instant now) {
            return new Row(
                    endpoint.id(),
                    endpoint.url(),
                    endpoint.events(),
                    endpoint.enabled(),
                    endpoint.disabledBecause(),
                    endpoint.failures(),
                    endpoint.overlaps(now) ? endpoint.previousUntil() : null);
        }
    }

    /** All of them, and the form for another; a secret just made is shown this once. */
    @CheckedTemplate(basePath = "notification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Webhooks(
            Whose team,
            List<Row> rows,
            List<String> topics,
            Filled form,
            @Nullable String secret,
            boolean open,
            String how)
            implements TemplateInstance {}

    /** One of them and what was sent there. */
    @CheckedTemplate(basePath = "notification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Webhook(
            Whose team,
            Row row,
            List<DeliveryLog.Line> lines,
            int dead,
            @Nullable String secret) implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance list(@PathParam("slug") String slug) {
        return page(slug, Filled.BLANK, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response add(@PathParam("slug") String slug, MultivaluedMap<String, String> form) {
        endpoints.kept(visit.actor(), slug);
        try {
            KeepEndpoint.Issued issued = keepEndpoint.add(
                    visit.actor(), slug, input.form(form, "requests-1", "webhook", KeepEndpoint.Wanted.class));
            return once(page(slug, Filled.BLANK, issued.secret()));
        } catch (Problem refusal) {
            return Response.status(refusal.status())
                    .entity(page(slug, Filled.refused(form, refusal), null))
                    .build();
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("slug") String slug, @PathParam("id") long id) {
        return one(slug, id, null);
    }

    @POST
    @Path("{id}/secrets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response rotate(@PathParam("slug") String slug, @PathParam("id") long id) {
        KeepEndpoint.Issued issued = keepEndpoint.rotate(visit.actor(), slug, id, KeepEndpoint.OVERLAP_HOURS);
        return once(one(slug, id, issued.secret()));
    }

    @POST
    @Path("{id}/tests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response test(@PathParam("slug") String slug, @PathParam("id") long id) {
        tryEndpoint.send(visit.actor(), slug, id);
        relay.wake();
        return back(slug, id);
    }

    /** Starts it when the form says so, and stops it otherwise. */
    @POST
    @Path("{id}/state")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response enable(
            @PathParam("slug") String slug, @PathParam("id") long id, MultivaluedMap<String, String> form) {
        keepEndpoint.enable(visit.actor(), slug, id, "yes".equals(form.getFirst("enabled")));
        relay.wake();
        return back(slug, id);
    }

    @POST
    @Path("{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response remove(@PathParam("slug") String slug, @PathParam("id") long id) {
        keepEndpoint.remove(visit.actor(), slug, id);
        return Response.seeOther(URI.create("/webhooks/" + slug)).build();
    }

    private Webhooks page(String slug, Filled form, @Nullable String secret) {
        Team team = endpoints.kept(visit.actor(), slug);
        Instant now = clock.instant();
        List<Row> rows = endpoints.of(team).stream()
                .map(endpoint -> Row.of(endpoint, now))
                .toList();
        return new Webhooks(whose(team), rows, Topics.all(), form, secret, vault.isOpen(), Vault.HOW);
    }

    private Webhook one(String slug, long id, @Nullable String secret) {
        Team team = endpoints.kept(visit.actor(), slug);
        Endpoint endpoint = endpoints.of(team, id);
        List<DeliveryLog.Line> lines = log.of(endpoint);
        int dead =
                (int) lines.stream().filter(line -> line.state().equals("DEAD")).count();
        return new Webhook(whose(team), Row.of(endpoint, clock.instant()), lines, dead, secret);
    }

    private static Whose whose(Team team) {
        return new Whose(team.slug(), team.name());
    }

    /** A page with a secret on it is kept by nobody. */
    private static Response once(TemplateInstance page) {
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Response back(String slug, long id) {
        return Response.seeOther(URI.create("/webhooks/" + slug + "/" + id)).build();
    }
}
