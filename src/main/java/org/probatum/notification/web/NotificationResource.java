package org.probatum.notification.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.notification.Kind;
import org.probatum.notification.Notifications;
import org.probatum.notification.Preferences;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.web.Cursor;
import org.probatum.shared.web.Input;

/** What one was told, for programs. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class NotificationResource {
    private final Notifications notifications;
    private final Preferences preferences;
    private final Input input;
    private final Visit visit;

    NotificationResource(Notifications notifications, Preferences preferences, Input input, Visit visit) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.input = input;
        this.visit = visit;
    }

    /** What is unread and what was read last. */
    record Told(List<Notifications.Line> unread, List<Notifications.Line> read) {}

    /** Ways by kind; a kind that is not named stays as it is. */
    record Wanted(Map<Kind, Preferences.Ways> kinds) {}

    @GET
    @RolesAllowed(Access.READ)
    public Told list(@QueryParam("limit") @Nullable String asked) {
        return told(Cursor.limit(asked));
    }

    /** What a method that may be called by fewer answers too: one route's rule is not asked for another. */
    private Told told(int limit) {
        return new Told(notifications.unread(visit.actor(), limit), notifications.read(visit.actor(), limit));
    }

    @POST
    @Path("read")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.notificationsRead")
    public Told read(byte @Nullable [] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        input.read(body, type, "requests-1", "notificationsRead", Seen.class).mark(notifications, visit.actor());
        return told(Cursor.limit(null));
    }

    @GET
    @Path("preferences")
    @RolesAllowed(Access.READ)
    public Wanted preferences() {
        return new Wanted(preferences.of(visit.actor()));
    }

    @PUT
    @Path("preferences")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.notificationPreferences")
    public Wanted prefer(byte @Nullable [] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        Wanted wanted = input.read(body, type, "requests-1", "notificationPreferences", Wanted.class);
        preferences.set(visit.actor(), new EnumMap<>(wanted.kinds()));
        return new Wanted(preferences.of(visit.actor()));
    }
}
