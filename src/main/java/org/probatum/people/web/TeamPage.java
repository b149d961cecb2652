package org.probatum.people.web;

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
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.probatum.people.Access;
import org.probatum.people.Competence;
import org.probatum.people.CreatePerson;
import org.probatum.people.CreateTeam;
import org.probatum.people.Delegations;
import org.probatum.people.People;
import org.probatum.people.PlatformRole;
import org.probatum.people.SetMembership;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.people.Teams;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;

/** The teams one sees and who is in them; platform owners keep them here. */
@Path("/team")
@Produces(MediaType.TEXT_HTML)
public class TeamPage {
    private final Teams teams;
    private final People people;
    private final Delegations delegations;
    private final CreateTeam createTeam;
    private final CreatePerson createPerson;
    private final SetMembership setMembership;
    private final Input input;
    private final Visit visit;
    private final Clock clock;

    TeamPage(
            Teams teams,
            People people,
            Delegations delegations,
            CreateTeam createTeam,
            CreatePerson createPerson,
            SetMembership setMembership,
            Input input,
            Visit visit,
            Clock clock) {
        this.teams = teams;
        this.people = people;
        this.delegations = delegations;
        this.createTeam = createTeam;
        this.createPerson = createPerson;
        this.setMembership = setMembership;
        this.input = input;
        this.visit = visit;
        this.clock = clock;
    }

    /** The three forms as filled in; two of them are always untouched. */
    record Forms(Filled team, Filled person, Filled membership) {
        static final Forms BLANK = new Forms(Filled.BLANK, Filled.BLANK, Filled.BLANK);
    }

    /** What the forms offer. */
    record Choices(
            List<String> levels, List<TeamRole> roles, List<Competence> competences, List<PlatformRole> platformRoles) {
        static final Choices ALL = new Choices(
                List.of("LOW", "MEDIUM", "HIGH", "CRITICAL"),
                List.of(TeamRole.values()),
                List.of(Competence.values()),
                List.of(PlatformRole.values()));
    }

    /** The page. */
    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TeamSheet(List<TeamAnswer> teams, boolean keeping, Choices choices, Forms forms)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show() {
        return page(Forms.BLANK);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.ADMIN)
    public Response makeTeam(MultivaluedMap<String, String> form) {
        try {
            createTeam.create(visit.actor(), input.form(form, "requests-1", "team", CreateTeam.NewTeam.class));
            return done();
        } catch (Problem refusal) {
            return refused(refusal, new Forms(Filled.refused(form, refusal), Filled.BLANK, Filled.BLANK));
        }
    }

    @POST
    @Path("people")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.ADMIN)
    public Response makePerson(MultivaluedMap<String, String> form) {
        try {
            createPerson.create(visit.actor(), input.form(form, "requests-1", "person", CreatePerson.NewPerson.class));
            return done();
        } catch (Problem refusal) {
            return refused(refusal, new Forms(Filled.BLANK, Filled.refused(form, refusal), Filled.BLANK));
        }
    }

    @POST
    @Path("{slug}/members")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.ADMIN)
    public Response setRoles(@PathParam("slug") String slug, MultivaluedMap<String, String> form) {
        try {
            String username =
                    Objects.requireNonNullElse(form.getFirst("username"), "").strip();
            setMembership.set(
                    visit.actor(),
                    slug,
                    username,
                    input.form(form, "requests-1", "membership", SetMembership.Roles.class));
            return done();
        } catch (Problem refusal) {
            form.putSingle("team", slug);
            return refused(refusal, new Forms(Filled.BLANK, Filled.BLANK, Filled.refused(form, refusal)));
        }
    }

    private static Response done() {
        return Response.seeOther(URI.create("/team")).build();
    }

    private Response refused(Problem refusal, Forms forms) {
        return Response.status(refusal.status()).entity(page(forms)).build();
    }

    private TeamSheet page(Forms forms) {
        List<Team> seen = teams.seenBy(visit.actor());
        return new TeamSheet(
                TeamAnswer.of(seen, people, delegations.inForce(seen, clock.instant())),
                visit.actor().access().contains(Access.ADMIN),
                Choices.ALL,
                forms);
    }
}
