package org.probatum.people.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.CreateTeam;
import org.probatum.people.Delegations;
import org.probatum.people.KeepCalendar;
import org.probatum.people.People;
import org.probatum.people.SetMembership;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Input;

/** Teams for programs. */
@Path("/api/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class TeamResource {
    private final Teams teams;
    private final People people;
    private final Delegations delegations;
    private final CreateTeam createTeam;
    private final SetMembership setMembership;
    private final KeepCalendar keepCalendar;
    private final Input input;
    private final Visit visit;
    private final Clock clock;

    TeamResource(
            Teams teams,
            People people,
            Delegations delegations,
            CreateTeam createTeam,
            SetMembership setMembership,
            KeepCalendar keepCalendar,
            Input input,
            Visit visit,
            Clock clock) {
        this.teams = teams;
        this.people = people;
        this.delegations = delegations;
        this.createTeam = createTeam;
        this.setMembership = setMembership;
        this.keepCalendar = keepCalendar;
        this.input = input;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Access.READ)
    public List<TeamAnswer> list() {
        List<Team> seen = teams.seenBy(visit.actor());
        return TeamAnswer.of(seen, people, delegations.inForce(seen, clock.instant()));
    }

    @GET
    @Path("{slug}")
    @RolesAllowed(Access.READ)
    public TeamAnswer show(@PathParam("slug") String slug) {
        Team team = teams.bySlug(slug)
                .filter(found -> visit.actor().sees(found.id()))
                .orElseThrow(() -> Problem.notFound("team " + slug));
        return answer(team);
    }

    @POST
    @RolesAllowed(Access.ADMIN)
    @RequestBody(ref = "requests-1.team")
    public Response create(byte @Nullable [] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        Team team = createTeam.create(
                visit.actor(), input.read(body, type, "requests-1", "team", CreateTeam.NewTeam.class));
        return Response.created(URI.create("/api/v1/teams/" + team.slug()))
                .entity(TeamAnswer.of(team, List.of(), List.of()))
                .build();
    }

    /** Sets somebody's roles in the team, whether or not they had any. */
    @PUT
    @Path("{slug}/members/{username}")
    @RolesAllowed(Access.ADMIN)
    @RequestBody(ref = "requests-1.membership")
    public TeamAnswer setRoles(
            @PathParam("slug") String slug,
            @PathParam("username") String username,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        Team team = setMembership.set(
                visit.actor(),
                slug,
                username,
                input.read(body, type, "requests-1", "membership", SetMembership.Roles.class));
        return answer(team);
    }

    private TeamAnswer answer(Team team) {
        return TeamAnswer.of(team, people.membersOf(team.id()), delegations.inForce(List.of(team), clock.instant()));
    }

    /** Sets when the team works; what is left out stays as it is. */
    @PUT
    @Path("{slug}/calendar")
    @RolesAllowed({Access.REVIEW, Access.ADMIN})
    @RequestBody(ref = "requests-1.calendar")
    public TeamAnswer setCalendar(
            @PathParam("slug") String slug,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type) {
        Team team = keepCalendar.set(
                visit.actor(), slug, input.read(body, type, "requests-1", "calendar", KeepCalendar.Terms.class));
        return answer(team);
    }
}
