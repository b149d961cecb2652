package org.probatum.risk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.web.Answers;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Visit;
import org.probatum.risk.AnswerQuestion;
import org.probatum.risk.QuestionPublished;
import org.probatum.risk.QuestionPublished.Terms;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Whether a published decision holds, for programs: questions, reaffirmations, revocations. */
@Path("/api/v1/decisions/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class QuestionResource {
    private final QuestionPublished question;
    private final AnswerQuestion answer;
    private final Input input;
    private final Once once;
    private final Visit visit;

    QuestionResource(QuestionPublished question, AnswerQuestion answer, Input input, Once once, Visit visit) {
        this.question = question;
        this.answer = answer;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** One of the three things that can be said. */
    private interface Word {
        Decision say(Actor actor, String key, Terms terms);
    }

    @POST
    @Path("questions")
    @RolesAllowed({Access.REVIEW, Access.FILE})
    @RequestBody(ref = "requests-1.question")
    public Response question(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        return say("question", key, body, type, name, question::question);
    }

    @POST
    @Path("reaffirmations")
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.question")
    public Response reaffirm(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        return say("reaffirm", key, body, type, name, answer::reaffirm);
    }

    @POST
    @Path("revocations")
    @RolesAllowed({Access.REVIEW, Access.FILE})
    @RequestBody(ref = "requests-1.question")
    public Response revoke(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        return say("revoke", key, body, type, name, answer::revoke);
    }

    private Response say(
            String verb, String key, byte @Nullable [] body, String type, @Nullable String name, Word word) {
        Terms terms = input.read(body, type, "requests-1", "question", Terms.class);
        return Answers.response(once.answer(
                visit.actor().id(),
                name,
                verb + " " + key + " " + terms,
                () -> Answers.moved(201, word.say(visit.actor(), key, terms))));
    }
}
