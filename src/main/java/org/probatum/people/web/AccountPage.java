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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.ApiToken;
import org.probatum.people.Competence;
import org.probatum.people.PlatformRole;
import org.probatum.people.TeamRole;
import org.probatum.people.Teams;
import org.probatum.people.Tokens;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;

/** Who one is here, and one's API tokens. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
public class AccountPage {
    private static final Filled SUGGESTED =
            new Filled(Map.of("/scopes", List.of("read"), "/days", List.of("90")), "", List.of());

    private final Tokens tokens;
    private final Teams teams;
    private final Input input;
    private final Visit visit;
    private final Clock clock;

    AccountPage(Tokens tokens, Teams teams, Input input, Visit visit, Clock clock) {
        this.tokens = tokens;
        this.teams = teams;
        this.input = input;
        this.visit = visit;
        this.clock = clock;
    }

    /** Somebody as the page shows them. */
    record Self(
            String username,
            String name,
            List<Competence> competences,
            List<PlatformRole> platformRoles,
            List<Seat> seats) {}

    /** A team and one's roles there. */
    record Seat(String team, List<TeamRole> roles) {}

    /** A token as the page shows it; the state is one of working, expired and revoked. */
    record Line(ApiToken token, String state) {
        static Line of(ApiToken token, Instant now) {
            boolean expired = token.expiresAt().isBefore(now);
            return new Line(token, token.revokedAt() != null ? "revoked" : expired ? "expired" : "working");
        }
    }

    /** The page; a token just issued is shown this once. */
    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Account(
            Self self,
            List<Line> lines,
            List<String> scopes,
            Filled form,
            @Nullable String issued) implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show() {
        return page(SUGGESTED, null);
    }

    @POST
    @Path("tokens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response issue(MultivaluedMap<String, String> form) {
        try {
            Tokens.Issued issued = input.form(form, "requests-1", "token", TokenResource.Wanted.class)
                    .issue(tokens, visit);
            return Response.ok(page(SUGGESTED, issued.secret().words()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (Problem refusal) {
            return Response.status(refusal.status())
                    .entity(page(Filled.refused(form, refusal), null))
                    .build();
        }
    }

    @POST
    @Path("tokens/{id}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response revoke(@PathParam("id") long id) {
        tokens.revoke(visit.actor(), id);
        return Response.seeOther(URI.create("/account#tokens")).build();
    }

    private Account page(Filled form, @Nullable String issued) {
        Actor actor = visit.actor();
        List<Seat> seats = teams.of(actor).stream()
                .map(team -> new Seat(
                        team.name(),
                        Objects.requireNonNullElse(actor.memberships().get(team.id()), java.util.Set.<TeamRole>of())
                                .stream()
                                .sorted()
                                .toList()))
                .toList();
        Self self = new Self(
                actor.username(),
                actor.name(),
                actor.competences().stream().sorted().toList(),
                actor.platformRoles().stream().sorted().toList(),
                seats);
        Instant now = clock.instant();
        List<Line> lines =
                tokens.of(actor).stream().map(token -> Line.of(token, now)).toList();
        List<String> scopes = List.of(Access.READ, Access.FILE, Access.REVIEW, Access.ADMIN).stream()
                .filter(actor.access()::contains)
                .toList();
        return new Account(self, lines, scopes, form, issued);
    }
}
