package org.probatum.gate.web;

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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.web.Answers;
import org.probatum.gate.EndRejection;
import org.probatum.gate.GrantWaiver;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** What else is said at a gate, for programs: a waiver, and how a rejection ends. */
@Path("/api/v1/decisions/{key}/gates/{gate}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class RejectionResource {
    private final EndRejection endRejection;
    private final GrantWaiver grantWaiver;
    private final Input input;
    private final Once once;
    private final Visit visit;

    RejectionResource(EndRejection endRejection, GrantWaiver grantWaiver, Input input, Once once, Visit visit) {
        this.endRejection = endRejection;
        this.grantWaiver = grantWaiver;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** Why a rejection is confirmed or taken back. */
    record Word(String comment) {}

    @POST
    @Path("waivers")
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.waiver")
    public Response waive(
            @PathParam("key") String key,
            @PathParam("gate") String gate,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        GrantWaiver.Terms terms = input.read(body, type, "requests-1", "waiver", GrantWaiver.Terms.class);
        return Answers.response(once.answer(
                visit.actor().id(),
                name,
                "waive " + key + " " + gate + " " + terms,
                () -> Answers.moved(201, grantWaiver.grant(visit.actor(), key, GateResource.gate(gate), terms))));
    }

    /** A second person's word: the decision ends as rejected. */
    @POST
    @Path("rejections/{id: [0-9]{1,18}}/confirmation")
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.rejectionEnd")
    public Response confirm(
            @PathParam("key") String key,
            @PathParam("gate") String gate,
            @PathParam("id") long id,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        return once(
                name,
                "confirm " + key + " " + id,
                word(body, type),
                word -> endRejection.confirm(visit.actor(), key, GateResource.gate(gate), id, word.comment()));
    }

    /** Taking one's own rejection back. */
    @POST
    @Path("rejections/{id: [0-9]{1,18}}/withdrawal")
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.rejectionEnd")
    public Response withdraw(
            @PathParam("key") String key,
            @PathParam("gate") String gate,
            @PathParam("id") long id,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        return once(
                name,
                "withdraw " + key + " " + id,
                word(body, type),
                word -> endRejection.withdraw(visit.actor(), key, GateResource.gate(gate), id, word.comment()));
    }

    private Word word(byte @Nullable [] body, String type) {
        return input.read(body, type, "requests-1", "rejectionEnd", Word.class);
    }

    private Response once(@Nullable String name, String what, Word word, Function<Word, Decision> act) {
        return Answers.response(
                once.answer(visit.actor().id(), name, what + " " + word, () -> Answers.moved(201, act.apply(word))));
    }
}
