package org.probatum.decision.web;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionFile;
import org.probatum.decision.Decisions;
import org.probatum.decision.FileDecision;
import org.probatum.decision.Journal;
import org.probatum.decision.WithdrawDecision;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Digest;
import org.probatum.shared.web.Cursor;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Version;

/** Decisions for programs: file, read, list, withdraw. */
@Path("/api/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class DecisionResource {
    private static final int EVENTS = 200;

    private final FileDecision fileDecision;
    private final WithdrawDecision withdrawDecision;
    private final Decisions decisions;
    private final Cards cards;
    private final Journal journal;
    private final Input input;
    private final Once once;
    private final Visit visit;

    DecisionResource(
            FileDecision fileDecision,
            WithdrawDecision withdrawDecision,
            Decisions decisions,
            Cards cards,
            Journal journal,
            Input input,
            Once once,
            Visit visit) {
        this.fileDecision = fileDecision;
        this.withdrawDecision = withdrawDecision;
        this.decisions = decisions;
        this.cards = cards;
        this.journal = journal;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** Why a decision is withdrawn. */
    record Withdrawal(String reason) {}

    @POST
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1")
    @APIResponseSchema(value = DecisionAnswer.class, responseCode = "201")
    public Response file(
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        DecisionFile file = input.read(body, type, "decision-1", "", DecisionFile.class);
        return Answers.response(once.answer(
                visit.actor().id(),
                key,
                "file " + Digest.of(new String(body, java.nio.charset.StandardCharsets.UTF_8)),
                () -> {
                    Decision decision = fileDecision.file(visit.actor(), file);
                    return Answers.about(201, decision, DecisionAnswer.of(decision));
                }));
    }

    @GET
    @Path("{key}")
    @RolesAllowed(Access.READ)
    @APIResponseSchema(DecisionAnswer.class)
    public Response show(@PathParam("key") String key) {
        return Answers.ok(decisions.visible(visit.actor(), key));
    }

    /** A page of the decisions the caller sees, newest first. */
    @GET
    @RolesAllowed(Access.READ)
    public Cards.Page list(
            @QueryParam("team") @Nullable String team,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("category") @Nullable String category,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return cards.page(visit.actor(), CardFilter.of(team, stage, category), after, limit);
    }

    @GET
    @Path("{key}/events")
    @RolesAllowed(Access.READ)
    public List<Journal.Entry> events(@PathParam("key") String key, @QueryParam("before") @Nullable String before) {
        Decision decision = decisions.visible(visit.actor(), key);
        int below = before == null ? Integer.MAX_VALUE : Cursor.number("before", before, Integer.MAX_VALUE);
        return journal.entries(decision.id(), below, EVENTS);
    }

    @POST
    @Path("{key}/withdrawal")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.withdrawal")
    public Response withdraw(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        int seen = Version.seen(ifMatch);
        String reason = input.read(body, type, "requests-1", "withdrawal", Withdrawal.class)
                .reason();
        return Answers.response(once.answer(
                visit.actor().id(),
                name,
                "withdraw " + key + " " + seen + " " + reason,
                () -> Answers.moved(200, withdrawDecision.withdraw(visit.actor(), key, seen, reason))));
    }
}
