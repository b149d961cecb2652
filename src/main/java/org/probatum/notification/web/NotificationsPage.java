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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.probatum.notification.Channels;
import org.probatum.notification.Kind;
import org.probatum.notification.Notifications;
import org.probatum.notification.Preferences;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.web.Input;

/** What one was told, and how one wants to be told. */
@Path("/notifications")
@Produces(MediaType.TEXT_HTML)
public class NotificationsPage {
    private static final int UNREAD = 100;
    private static final int READ = 30;

    private final Notifications notifications;
    private final Preferences preferences;
    private final Channels channels;
    private final Input input;
    private final Visit visit;

    NotificationsPage(
            Notifications notifications, Preferences preferences, Channels channels, Input input, Visit visit) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.channels = channels;
        this.input = input;
        this.visit = visit;
    }

    /** The list; the newest unread one's time bounds what "mark all" marks. */
    @CheckedTemplate(basePath = "notification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Show(List<Notifications.Line> unread, List<Notifications.Line> read, String upTo)
            implements TemplateInstance {}

    /** One kind and how one is told of it. */
    record Choice(Kind kind, boolean inApp, boolean mail) {}

    /** The choices. */
    @CheckedTemplate(basePath = "notification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Prefer(List<Choice> choices, boolean mailOn) implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show() {
        List<Notifications.Line> unread = notifications.unread(visit.actor(), UNREAD);
        String upTo = unread.isEmpty() ? "" : unread.get(0).at().toString();
        return new Show(unread, notifications.read(visit.actor(), READ), upTo);
    }

    /** Marks as read: those that are named, or all that the page showed. */
    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response read(MultivaluedMap<String, String> form) {
        input.form(form, "requests-1", "notificationsRead", Seen.class).mark(notifications, visit.actor());
        return Response.seeOther(URI.create("/notifications")).build();
    }

    @GET
    @Path("preferences")
    @RolesAllowed(Access.READ)
    public TemplateInstance preferences() {
        List<Choice> choices = preferences.of(visit.actor()).entrySet().stream()
                .map(said -> new Choice(
                        said.getKey(), said.getValue().inApp(), said.getValue().mail()))
                .toList();
        return new Prefer(choices, channels.isOn(Channels.MAIL));
    }

    /** A box that is not ticked is not sent: every kind is set. */
    @POST
    @Path("preferences")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response prefer(MultivaluedMap<String, String> form) {
        if (!form.containsKey("boxes")) {
            // A form that lost its fields looks like one with no box ticked: it silences nobody.
            throw Problem.invalid(List.of(
                    Violation.at("/boxes", "the form's fields did not arrive", "open the page and save again")));
        }
        Map<Kind, Preferences.Ways> wanted = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            wanted.put(kind, new Preferences.Ways(form.containsKey(kind + "/inApp"), form.containsKey(kind + "/mail")));
        }
        preferences.set(visit.actor(), wanted);
        return Response.seeOther(URI.create("/notifications/preferences")).build();
    }
}
