package org.probatum.rerun.web;

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
import org.probatum.people.Access;
import org.probatum.people.Team;
import org.probatum.people.Visit;
import org.probatum.rerun.executor.SetReruns;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Sent;

/** Where and within what limits a team's runs are run again: everybody in it sees it, its lead sets it here. */
@Path("/team/{slug}/reruns")
@Produces(MediaType.TEXT_HTML)
public class RerunTermsPage {
    private final RerunTermsDesk desk;
    private final SetReruns setReruns;
    private final Input input;
    private final Visit visit;

    RerunTermsPage(RerunTermsDesk desk, SetReruns setReruns, Input input, Visit visit) {
        this.desk = desk;
        this.setReruns = setReruns;
        this.input = input;
        this.visit = visit;
    }

    /** The page. */
    @CheckedTemplate(basePath = "rerun", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TeamTerms(Team team, RerunTermsDesk.View view, boolean setting, Filled form) implements TemplateInstance {}

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
            SetReruns.Wanted wanted = input.form(sent, "requests-1", "reruns", SetReruns.Wanted.class);
            setReruns.set(visit.actor(), slug, Sent.version(sent), wanted);
            return Response.seeOther(URI.create("/team/" + slug + "/reruns")).build();
        } catch (Problem refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(page(slug, Filled.refused(sent, refusal)))
                    .build();
        }
    }

    private TemplateInstance page(String slug, Filled form) {
        RerunTermsDesk.Opened opened = desk.open(visit.actor(), slug);
        boolean setting = SetReruns.sets(visit.actor(), opened.team().id());
        return new TeamTerms(opened.team(), opened.view(), setting, form);
    }
}
