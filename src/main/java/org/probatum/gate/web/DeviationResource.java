package org.probatum.gate.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.deviation.AnswerDeviation;
import org.probatum.decision.deviation.Deviate;
import org.probatum.decision.deviation.Deviation;
import org.probatum.decision.deviation.Deviations;
import org.probatum.decision.deviation.ExplainDeviation;
import org.probatum.decision.web.Answers;
import org.probatum.gate.CriteriaDifference;
import org.probatum.gate.difference.Change;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Json;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Version;

/** Deviations from sealed criteria, for programs. */
@Path("/api/v1/decisions/{key}/deviations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class DeviationResource {
    private final Decisions decisions;
    private final Deviations deviations;
    private final Deviate deviate;
    private final ExplainDeviation explainDeviation;
    private final AnswerDeviation answerDeviation;
    private final Input input;
    private final Once once;
    private final Visit visit;

    DeviationResource(
            Decisions decisions,
            Deviations deviations,
            Deviate deviate,
            ExplainDeviation explainDeviation,
            AnswerDeviation answerDeviation,
            Input input,
            Once once,
            Visit visit) {
        this.decisions = decisions;
        this.deviations = deviations;
        this.deviate = deviate;
        this.explainDeviation = explainDeviation;
        this.answerDeviation = answerDeviation;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** A deviation: what it changed, when, by whom, with how many runs attached, and all that was said of it. */
    record DeviationAnswer(
            int number,
            Deviation.State state,
            Instant at,
            @Nullable String by,
            int runs,
            List<Change> changes,
            List<Deviation.Explained> explanations) {
        static DeviationAnswer of(Decision decision, Deviation deviation) {
            return new DeviationAnswer(
                    deviation.number(),
                    deviation.state(decision.barred()),
                    deviation.at(),
                    deviation.by(),
                    deviation.runs(),
                    CriteriaDifference.of(deviation),
                    deviation.explanations());
        }
    }

    @GET
    @RolesAllowed(Access.READ)
    public List<DeviationAnswer> list(@PathParam("key") String key) {
        return answers(decisions.visible(visit.actor(), key));
    }

    /** Changes sealed criteria. */
    @POST
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.deviation")
    public Response deviate(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        int seen = Version.seen(ifMatch);
        Deviate.Terms terms = input.read(body, type, "decision-1", "deviation", Deviate.Terms.class);
        return answer(
                name,
                "deviate " + key + " " + seen + " " + Json.digest(terms),
                () -> deviate.deviate(visit.actor(), key, seen, terms));
    }

    @POST
    @Path("{deviation: [0-9]{1,9}}/explanations")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.deviationExplanation")
    public Response explain(
            @PathParam("key") String key,
            @PathParam("deviation") int number,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        String text = input.read(body, type, "requests-1", "deviationExplanation", DeviationPage.Explained.class)
                .explanation();
        return answer(
                name,
                "explain " + key + " " + number + " " + text,
                () -> explainDeviation.explain(visit.actor(), key, number, text));
    }

    /** Lets a deviation stand, or not. */
    @POST
    @Path("{deviation: [0-9]{1,9}}/answers")
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.deviationAnswer")
    public Response answer(
            @PathParam("key") String key,
            @PathParam("deviation") int number,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        AnswerDeviation.Terms terms =
                input.read(body, type, "requests-1", "deviationAnswer", AnswerDeviation.Terms.class);
        return answer(
                name,
                "answer " + key + " " + number + " " + terms,
                () -> answerDeviation.answer(visit.actor(), key, number, terms));
    }

    private interface Act {
        Decision act();
    }

    private Response answer(@Nullable String name, String request, Act act) {
        return Answers.response(once.answer(visit.actor().id(), name, request, () -> {
            Decision decision = act.act();
            return Answers.about(201, decision, answers(decision));
        }));
    }

    private List<DeviationAnswer> answers(Decision decision) {
        return deviations.of(decision.id()).deviations().stream()
                .map(one -> DeviationAnswer.of(decision, one))
                .toList();
    }
}
