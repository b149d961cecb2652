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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Delegate;
import org.probatum.people.Delegations;
import org.probatum.people.EndDelegation;
import org.probatum.people.People;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** Being away: who acts for one, for whom one acts, and the form that says so. */
@Path("/account/away")
@Produces(MediaType.TEXT_HTML)
public class AwayPage {
    private final Delegate delegate;
    private final EndDelegation endDelegation;
    private final Delegations delegations;
    private final Teams teams;
    private final People people;
    private final Input input;
    private final Once once;
    private final Visit visit;
    private final Clock clock;

    AwayPage(
            Delegate delegate,
            EndDelegation endDelegation,
            Delegations delegations,
            Teams teams,
            People people,
            Input input,
            Once once,
            Visit visit,
            Clock clock) {
        this.delegate = delegate;
        this.endDelegation = endDelegation;
        this.delegations = delegations;
        this.teams = teams;
        this.people = people;
        this.input = input;
        this.once = once;
        this.visit = visit;
        this.clock = clock;
    }

    /** A delegation as the page shows it. */
    record Line(Delegations.Line told, String state, boolean open, boolean mine) {}

    /** Somebody who may be named. */
    record Choice(String username, String name) {}

    /** The page; a lead or platform owner can also say it for others. */
    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Away(
            List<Line> lines,
            List<Team> teams,
            List<Choice> choices,
            boolean forOthers,
            String today,
            Filled form,
            String refusal,
            String nonce)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show() {
        return page(Filled.BLANK, "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response make(MultivaluedMap<String, String> form) {
        try {
            Delegate.Wanted wanted = input.form(form, "requests-1", "delegation", Delegate.Wanted.class);
            once.answer(visit.actor().id(), Sent.once(form), "delegate " + wanted, () -> {
                delegate.delegate(visit.actor(), wanted);
                return Sent.done("/account/away");
            });
            return Response.seeOther(URI.create("/account/away")).build();
        } catch (Problem refusal) {
            return Response.status(refusal.status())
                    .entity(page(Filled.refused(form, refusal), ""))
                    .build();
        }
    }

    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response end(@PathParam("id") long id) {
        try {
            endDelegation.end(visit.actor(), id);
            return Response.seeOther(URI.create("/account/away")).build();
        } catch (Problem refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(page(Filled.BLANK, refusal.detail()))
                    .build();
        }
    }

    private Away page(Filled form, @Nullable String refusal) {
        Actor actor = visit.actor();
        java.time.Instant now = clock.instant();
        List<Team> seen = teams.seenBy(actor);
        List<Choice> choices = people.membersOf(seen).values().stream()
                .flatMap(List::stream)
                .map(member ->
                        new Choice(member.person().username(), member.person().name()))
                .distinct()
                .sorted(java.util.Comparator.comparing(Choice::name))
                .toList();
        return new Away(
                delegations.concerning(actor.id()).stream()
                        .map(line -> new Line(
                                line,
                                line.state(now),
                                line.isOpen(now),
                                line.absent().equals(actor.username())))
                        .toList(),
                seen,
                choices,
                Delegate.forOthers(actor),
                java.time.LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).toString(),
                form,
                refusal == null ? "" : refusal,
                UUID.randomUUID().toString());
    }
}
