package org.probatum.evidence.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.tracker.BrowseTracker;
import org.probatum.evidence.tracker.KeepTracker;
import org.probatum.evidence.tracker.Tracker;
import org.probatum.evidence.tracker.Trackers;
import org.probatum.people.Access;
import org.probatum.people.Team;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.Vault;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;

/** A team's trackers: everybody in it sees them, its leads connect, try, change and remove them. */
@Path("/team/{slug}/trackers")
@Produces(MediaType.TEXT_HTML)
public class TrackerPage {
    private final Trackers trackers;
    private final KeepTracker keepTracker;
    private final BrowseTracker browseTracker;
    private final Vault vault;
    private final Input input;
    private final Visit visit;

    TrackerPage(
            Trackers trackers,
            KeepTracker keepTracker,
            BrowseTracker browseTracker,
            Vault vault,
            Input input,
            Visit visit) {
        this.trackers = trackers;
        this.keepTracker = keepTracker;
        this.browseTracker = browseTracker;
        this.vault = vault;
        this.input = input;
        this.visit = visit;
    }

    /** The team whose trackers they are. */
    record Whose(String slug, String name) {}

    /** All of them, and the form for another. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrackerList(Whose team, List<TrackerAnswer> rows, boolean keeping, Filled form, boolean open, String how)
            implements TemplateInstance {}

    /** One of them, the form that changes it, and what it said when it was tried. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrackerSheet(
            Whose team,
            TrackerAnswer row,
            boolean keeping,
            Filled form,
            @Nullable String said,
            @Nullable String fault) implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance list(@PathParam("slug") String slug) {
        return page(slug, Filled.BLANK);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response add(@PathParam("slug") String slug, MultivaluedMap<String, String> form) {
        trackers.kept(visit.actor(), slug);
        try {
            Tracker added = keepTracker.add(visit.actor(), slug, wanted(form));
            return back(slug, "/" + added.id());
        } catch (Problem refusal) {
            return Response.status(refusal.status())
                    .entity(page(slug, Filled.refused(form, refusal)))
                    .build();
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("slug") String slug, @PathParam("id") long id) {
        return one(slug, id, Filled.BLANK, null, null);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response change(
            @PathParam("slug") String slug, @PathParam("id") long id, MultivaluedMap<String, String> form) {
        trackers.of(trackers.kept(visit.actor(), slug), id);
        try {
            keepTracker.change(visit.actor(), slug, id, wanted(form));
            return back(slug, "/" + id);
        } catch (Problem refusal) {
            return Response.status(refusal.status())
                    .entity(one(slug, id, Filled.refused(form, refusal), null, null))
                    .build();
        }
    }

    /** Asks the tracker whether it lets the service in, and shows what it says. */
    @POST
    @Path("{id}/greeting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public TemplateInstance greet(@PathParam("slug") String slug, @PathParam("id") long id) {
        trackers.of(trackers.kept(visit.actor(), slug), id);
        try {
            return one(slug, id, Filled.BLANK, browseTracker.greet(visit.actor(), slug, id), null);
        } catch (Problem fault) {
            return one(slug, id, Filled.BLANK, null, fault.detail());
        }
    }

    @POST
    @Path("{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response remove(@PathParam("slug") String slug, @PathParam("id") long id) {
        keepTracker.remove(visit.actor(), slug, id);
        return back(slug, "");
    }

    private KeepTracker.Wanted wanted(MultivaluedMap<String, String> form) {
        return input.form(form, "requests-1", "tracker", KeepTracker.Wanted.class);
    }

    private TrackerList page(String slug, Filled form) {
        Team team = trackers.seen(visit.actor(), slug);
        return new TrackerList(
                whose(team),
                trackers.of(team.id()).stream().map(TrackerAnswer::of).toList(),
                Trackers.keeps(visit.actor(), team.id()),
                form,
                vault.isOpen(),
                Vault.HOW);
    }

    private TrackerSheet one(String slug, long id, Filled form, @Nullable String said, @Nullable String fault) {
        Team team = trackers.seen(visit.actor(), slug);
        return new TrackerSheet(
                whose(team),
                TrackerAnswer.of(trackers.of(team, id)),
                Trackers.keeps(visit.actor(), team.id()),
                form,
                said,
                fault);
    }

    private static Whose whose(Team team) {
        return new Whose(team.slug(), team.name());
    }

    private static Response back(String slug, String to) {
        return Response.seeOther(URI.create("/team/" + slug + "/trackers" + to)).build();
    }
}
