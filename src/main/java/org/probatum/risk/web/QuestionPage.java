package org.probatum.risk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.risk.AnswerQuestion;
import org.probatum.risk.QuestionPublished;
import org.probatum.risk.QuestionPublished.Terms;
import org.probatum.shared.web.Input;

/** The forms on a published decision's page that question it, and give it up. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}")
@Produces(MediaType.TEXT_HTML)
public class QuestionPage {
    private final QuestionPublished question;
    private final AnswerQuestion answer;
    private final Input input;
    private final Visit visit;

    QuestionPage(QuestionPublished question, AnswerQuestion answer, Input input, Visit visit) {
        this.question = question;
        this.answer = answer;
        this.input = input;
        this.visit = visit;
    }

    @POST
    @Path("questions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Access.REVIEW, Access.FILE})
    public Response question(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        question.question(visit.actor(), key, input.form(sent, "requests-1", "question", Terms.class));
        return back(key);
    }

    @POST
    @Path("revocations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Access.REVIEW, Access.FILE})
    public Response revoke(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        answer.revoke(visit.actor(), key, input.form(sent, "requests-1", "question", Terms.class));
        return back(key);
    }

    private static Response back(String key) {
        return Response.seeOther(URI.create("/decisions/" + key + "#validity")).build();
    }
}
