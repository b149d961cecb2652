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
import org.probatum.decision.web.Answers;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.risk.RevokeAcceptance;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Taking an acceptance back, for programs. */
@Path("/api/v1/decisions/{key}/risks/{risk}/revocations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class RevocationResource {
    private final RevokeAcceptance revokeAcceptance;
    private final Input input;
    private final Once once;
    private final Visit visit;

    RevocationResource(RevokeAcceptance revokeAcceptance, Input input, Once once, Visit visit) {
        this.revokeAcceptance = revokeAcceptance;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    @POST
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.revocation")
    public Response revoke(
            @PathParam("key") String key,
            @PathParam("risk") String risk,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        RevokeAcceptance.Terms terms = input.read(body, type, "requests-1", "revocation", RevokeAcceptance.Terms.class);
        return Answers.response(once.answer(
                visit.actor().id(),
                name,
                "revoke " + key + " " + risk + " " + terms,
                () -> Answers.moved(201, revokeAcceptance.revoke(visit.actor(), key, risk, terms))));
    }
}
