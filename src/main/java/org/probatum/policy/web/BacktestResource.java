package org.probatum.policy.web;

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
import org.probatum.decision.web.Answers;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.policy.backtest.Backtests;
import org.probatum.policy.backtest.StartBacktest;
import org.probatum.shared.Json;
import org.probatum.shared.web.Cursor;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Backtests for programs: start one, ask how far it is, read what would flip. */
@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class BacktestResource {
    private final Backtests backtests;
    private final StartBacktest startBacktest;
    private final Input input;
    private final Once once;
    private final Visit visit;

    BacktestResource(Backtests backtests, StartBacktest startBacktest, Input input, Once once, Visit visit) {
        this.backtests = backtests;
        this.startBacktest = startBacktest;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    @POST
    @Path("{table}/versions/{number}/backtests")
    @RolesAllowed(Access.ADMIN)
    @RequestBody(ref = "requests-1.backtest")
    @APIResponseSchema(value = Backtests.Backtest.class, responseCode = "201")
    public Response start(
            @PathParam("table") String slug,
            @PathParam("number") String number,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        StartBacktest.Wish wish = input.read(body, type, "requests-1", "backtest", StartBacktest.Wish.class);
        int version = PolicyAnswers.number(number);
        String request = "backtest " + slug + " " + version + " " + wish;
        return Answers.response(once.answer(visit.actor().id(), name, request, () -> {
            long id = startBacktest.start(visit.actor(), PolicyAnswers.table(slug), version, wish);
            return new Once.Answer(201, "/api/v1/policies/backtests/" + id, null, Json.write(backtests.of(id)));
        }));
    }

    /** How far it is, and the flips after a place. */
    @GET
    @Path("backtests/{backtest}")
    @RolesAllowed(Access.READ)
    public PolicyAnswers.BacktestAnswer show(
            @PathParam("backtest") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Backtests.Backtest backtest = backtests.of(PolicyAnswers.number(id));
        int from = after == null ? 0 : Cursor.number("after", after, Integer.MAX_VALUE);
        List<Backtests.Line> flips = backtests.flips(visit.actor(), backtest.id(), from, Cursor.limit(limit));
        int last = flips.isEmpty() ? 0 : flips.get(flips.size() - 1).place();
        return new PolicyAnswers.BacktestAnswer(
                backtest,
                flips,
                last == 0 || last >= backtest.flips()
                        ? null
                        : "/api/v1/policies/backtests/" + backtest.id() + "?after=" + last);
    }
}
