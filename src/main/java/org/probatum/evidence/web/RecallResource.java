package org.probatum.evidence.web;

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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.web.Answers;
import org.probatum.evidence.lineage.RecallSource;
import org.probatum.evidence.lineage.Recalls;
import org.probatum.evidence.lineage.WithdrawRecall;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Visit;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Cursor;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Recalls, for programs: what was called back, why, and how far the word of it has been carried. */
@Path("/api/v1/recalls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class RecallResource {
    private final Recalls recalls;
    private final RecallSource recallSource;
    private final WithdrawRecall withdrawRecall;
    private final Input input;
    private final Once once;
    private final Visit visit;

    RecallResource(
            Recalls recalls,
            RecallSource recallSource,
            WithdrawRecall withdrawRecall,
            Input input,
            Once once,
            Visit visit) {
        this.recalls = recalls;
        this.recallSource = recallSource;
        this.withdrawRecall = withdrawRecall;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** A recall; how many decisions it has reached is told to whoever recalled it and to those who see every team. */
    record RecallAnswer(
            long id,
            String kind,
            String value,
            String label,
            String reason,
            String remedy,
            String by,
            Instant at,
            boolean stands,
            Recalls.@Nullable Withdrawn withdrawn,
            boolean carried,
            @Nullable Integer decisions) {
        static RecallAnswer of(Recalls.Told told, Actor actor) {
            boolean reach = actor.seesEverything() || told.recalledBy() == actor.id();
            return new RecallAnswer(
                    told.id(),
                    told.subject().kind().name(),
                    told.subject().value(),
                    told.subject().label(),
                    told.reason(),
                    told.remedy(),
                    told.name(),
                    told.recalledAt(),
                    told.stands(),
                    told.withdrawn(),
                    told.doneAt() != null,
                    reach ? told.decisions() : null);
        }
    }

    /** A page of them, newest first, and where the next is. */
    record Page(List<RecallAnswer> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Access.READ)
    public Page list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String asked) {
        int limit = Cursor.limit(asked);
        long below = after == null ? Long.MAX_VALUE : Cursor.number("after", after, Integer.MAX_VALUE);
        List<Recalls.Told> found = recalls.newest(below, limit + 1);
        List<RecallAnswer> items = found.stream()
                .limit(limit)
                .map(told -> RecallAnswer.of(told, visit.actor()))
                .toList();
        String next = found.size() > limit
                ? "/api/v1/recalls?limit=" + limit + "&after="
                        + items.get(limit - 1).id()
                : null;
        return new Page(items, next);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Access.READ)
    public RecallAnswer show(@PathParam("id") long id) {
        return RecallAnswer.of(recalls.one(id).orElseThrow(() -> Problem.notFound("recall " + id)), visit.actor());
    }

    @POST
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.recall")
    public Response recall(
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        RecallSource.Terms terms = input.read(body, type, "requests-1", "recall", RecallSource.Terms.class);
        return Answers.response(once.answer(
                visit.actor().id(), name, "recall " + terms, () -> told(recallSource.recall(visit.actor(), terms))));
    }

    @POST
    @Path("{id}/withdrawals")
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.recallWithdrawal")
    public Response withdraw(
            @PathParam("id") long id,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        WithdrawRecall.Terms terms =
                input.read(body, type, "requests-1", "recallWithdrawal", WithdrawRecall.Terms.class);
        return Answers.response(once.answer(
                visit.actor().id(),
                name,
                "withdraw recall " + id + " " + terms,
                () -> told(withdrawRecall.withdraw(visit.actor(), id, terms))));
    }

    private Once.Answer told(Recalls.Told told) {
        return new Once.Answer(
                201, "/api/v1/recalls/" + told.id(), null, Json.write(RecallAnswer.of(told, visit.actor())));
    }
}
