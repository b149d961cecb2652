package org.probatum.risk.web;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.web.Answers;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.risk.VerifyFollowUp;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** What waits beside one decision, for programs: its escalations, and what was promised until a day. */
@Path("/api/v1/decisions/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class DecisionEscalationsResource {
    private final Beside beside;
    private final VerifyFollowUp verifyFollowUp;
    private final Input input;
    private final Once once;
    private final Visit visit;

    DecisionEscalationsResource(Beside beside, VerifyFollowUp verifyFollowUp, Input input, Once once, Visit visit) {
        this.beside = beside;
        this.verifyFollowUp = verifyFollowUp;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** Its escalations: those that stand, then those that are over. */
    @GET
    @Path("escalations")
    @RolesAllowed(Access.READ)
    public List<EscalationJson> escalations(@PathParam("key") String key) {
        return beside.escalations(key);
    }

    /** What was promised: follow-ups, verifications of risks, acceptances that end. */
    @GET
    @Path("verifications")
    @RolesAllowed(Access.READ)
    public List<Promised> promised(@PathParam("key") String key) {
        return beside.promised(key);
    }

    /** Says what became of one of them. */
    @POST
    @Path("verifications/{id}")
    @RolesAllowed({Access.REVIEW, Access.FILE})
    @RequestBody(ref = "requests-1.verification")
    public Response verify(
            @PathParam("key") String key,
            @PathParam("id") long id,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        VerifyFollowUp.Verification said =
                input.read(body, type, "requests-1", "verification", VerifyFollowUp.Verification.class);
        return Answers.response(once.answer(
                visit.actor().id(),
                name,
                "verify " + key + " " + id + " " + said,
                () -> Answers.moved(201, verifyFollowUp.verify(visit.actor(), key, id, said))));
    }
}
