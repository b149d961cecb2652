package org.probatum.risk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.web.Answers;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Visit;
import org.probatum.risk.AnswerEscalation;
import org.probatum.risk.EscalationLists;
import org.probatum.risk.EscalationLists.Narrowing;
import org.probatum.risk.EscalationLists.Whose;
import org.probatum.risk.EscalationRow;
import org.probatum.risk.Given;
import org.probatum.shared.web.Cursor;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Escalations for programs: what has crossed which threshold, and the answers. */
@Path("/api/v1/escalations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class EscalationResource {
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final EscalationLists lists;
    private final AnswerEscalation answerEscalation;
    private final Input input;
    private final Once once;
    private final Visit visit;

    EscalationResource(EscalationLists lists, AnswerEscalation answerEscalation, Input input, Once once, Visit visit) {
        this.lists = lists;
        this.answerEscalation = answerEscalation;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** A page of them, and where the next is. */
    record Page(List<EscalationJson> items, @Nullable String next) {}

    /** Those that stand, earliest due first; {@code state=ended}: those that are over, last first. */
    @GET
    @RolesAllowed(Access.READ)
    public Page list(
            @QueryParam("whose") @Nullable String whose,
            @QueryParam("team") @Nullable String team,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String asked) {
        Actor actor = visit.actor();
        int limit = Cursor.limit(asked);
        boolean mine = "mine".equals(whose);
        boolean ended = "ended".equals(state);
        Narrowing to = new Narrowing(mine ? Whose.MINE : Whose.ALL, team, null, null);
        Cursor from = Cursor.of(after, ended ? new Cursor(LAST, 0) : new Cursor(Instant.EPOCH, 0));
        List<EscalationRow> found = ended
                ? lists.ended(actor, to, from.at(), from.id(), limit + 1)
                : lists.standing(actor, to, from.at(), from.id(), limit + 1);
        List<EscalationJson> items = found.stream()
                .limit(limit)
                .map(row -> EscalationJson.of(row, actor))
                .toList();
        if (found.size() <= limit) {
            return new Page(items, null);
        }
        EscalationRow last = found.get(limit - 1);
        Instant at = ended ? Objects.requireNonNull(last.endedAt()) : last.dueAt();
        return new Page(
                items,
                "/api/v1/escalations?limit=" + limit + (mine ? "&whose=mine" : "") + (ended ? "&state=ended" : "")
                        + (team == null
                                ? ""
                                : "&team=" + java.net.URLEncoder.encode(team, java.nio.charset.StandardCharsets.UTF_8))
                        + "&after=" + new Cursor(at, last.id()).words());
    }

    @POST
    @Path("{id}/answers")
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.escalationAnswer")
    public Response answer(
            @PathParam("id") long id,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        Given given = input.read(body, type, "requests-1", "escalationAnswer", Given.class);
        return Answers.response(once.answer(
                visit.actor().id(),
                name,
                "answer escalation " + id + " " + given,
                () -> Answers.moved(
                        201, answerEscalation.answer(visit.actor(), id, given).decision())));
    }
}
