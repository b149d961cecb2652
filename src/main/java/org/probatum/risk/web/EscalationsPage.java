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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.people.Visit;
import org.probatum.people.Voice;
import org.probatum.risk.AnswerEscalation;
import org.probatum.risk.EscalationLists;
import org.probatum.risk.EscalationLists.Narrowing;
import org.probatum.risk.EscalationLists.Whose;
import org.probatum.risk.EscalationRow;
import org.probatum.risk.Given;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** The escalations: what threshold, by how much, since when, to whom, and the forms that answer them. */
@Path("/escalations")
@Produces(MediaType.TEXT_HTML)
public class EscalationsPage {
    private static final int STANDING = 50;
    private static final int ENDED = 20;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final EscalationLists lists;
    private final AnswerEscalation answerEscalation;
    private final Teams teams;
    private final Input input;
    private final Once once;
    private final Visit visit;

    EscalationsPage(
            EscalationLists lists,
            AnswerEscalation answerEscalation,
            Teams teams,
            Input input,
            Once once,
            Visit visit) {
        this.lists = lists;
        this.answerEscalation = answerEscalation;
        this.teams = teams;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** A card: the escalation, whether whoever looks may answer it, and for whom when not for themselves. */
    record Line(EscalationRow row, boolean yours, @Nullable String onBehalfOf) {
        static Line of(EscalationRow row, Actor actor) {
            Optional<Voice> voice = row.answering(actor);
            return new Line(row, voice.isPresent(), voice.map(Voice::forName).orElse(null));
        }
    }

    @CheckedTemplate(basePath = "risk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EscalationList(
            List<Line> standing, boolean more, List<Line> ended, List<Team> teams, String whose, String team)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "risk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EscalationShow(Line line, Filled typed, String asked, String nonce) implements TemplateInstance {}

    /** Those that wait for whoever looks; of one team; all. */
    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance list(
            @QueryParam("whose") @Nullable String whose, @QueryParam("team") @Nullable String team) {
        Actor actor = visit.actor();
        boolean all = "all".equals(whose) || team != null && !team.isEmpty();
        Narrowing to =
                new Narrowing(all ? Whose.ALL : Whose.MINE, team == null || team.isEmpty() ? null : team, null, null);
        List<EscalationRow> standing = lists.standing(actor, to, Instant.EPOCH, 0, STANDING + 1);
        return new EscalationList(
                lines(standing.subList(0, Math.min(STANDING, standing.size())), actor),
                standing.size() > STANDING,
                lines(lists.ended(actor, to, LAST, 0, ENDED), actor),
                teams.seenBy(actor),
                all ? "all" : "mine",
                team == null ? "" : team);
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("id") long id) {
        return page(id, Filled.BLANK, "");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response answer(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        try {
            Given given = input.form(sent, "requests-1", "escalationAnswer", Given.class);
            once.answer(visit.actor().id(), Sent.once(sent), "answer escalation " + id + " " + given, () -> {
                answerEscalation.answer(visit.actor(), id, given);
                return Sent.done("/escalations/" + id);
            });
            return Response.seeOther(URI.create("/escalations/" + id)).build();
        } catch (Problem refused) {
            if (refused.status() == 404) {
                throw refused;
            }
            String asked = sent.getFirst("/answer");
            return Response.status(refused.status())
                    .entity(page(id, Filled.refused(sent, refused), asked == null ? "" : asked))
                    .build();
        }
    }

    private TemplateInstance page(long id, Filled typed, String asked) {
        EscalationRow row = lists.one(visit.actor(), id).orElseThrow(() -> Problem.notFound("escalation " + id));
        return new EscalationShow(
                Line.of(row, visit.actor()), typed, asked, UUID.randomUUID().toString());
    }

    private static List<Line> lines(List<EscalationRow> rows, Actor actor) {
        return rows.stream().map(row -> Line.of(row, actor)).toList();
    }
}
