package org.probatum.risk.web;

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
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.risk.Level;
import org.probatum.risk.SetAppetite;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Sent;

/** What a team bears of accepted risk over time, against what it may bear; and where that is set. */
@Path("/team/{slug}/appetite")
@Produces(MediaType.TEXT_HTML)
public class AppetitePage {
    private final AppetiteDesk desk;
    private final SetAppetite setAppetite;
    private final Input input;
    private final Visit visit;

    AppetitePage(AppetiteDesk desk, SetAppetite setAppetite, Input input, Visit visit) {
        this.desk = desk;
        this.setAppetite = setAppetite;
        this.input = input;
        this.visit = visit;
    }

    /** The page. */
    @CheckedTemplate(basePath = "risk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AppetiteSheet(AppetiteView view, String plot, AppetiteView.Reach reach, List<Level> levels, Filled form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("slug") String slug) {
        return page(slug, Filled.BLANK);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Access.REVIEW, Access.ADMIN})
    public Response set(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        try {
            SetAppetite.Bounds bounds = input.form(sent, "requests-1", "appetite", SetAppetite.Bounds.class);
            setAppetite.set(visit.actor(), slug, Sent.version(sent), bounds);
            return Response.seeOther(URI.create("/team/" + slug + "/appetite")).build();
        } catch (Problem refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(page(slug, Filled.refused(sent, refusal)))
                    .build();
        }
    }

    private AppetiteSheet page(String slug, Filled form) {
        AppetiteDesk.Opened opened = desk.open(visit.actor(), slug);
        return new AppetiteSheet(
                opened.view(),
                opened.plot(),
                AppetiteView.Reach.of(visit.actor(), opened.team()),
                List.of(Level.values()),
                form);
    }
}
