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
import org.probatum.risk.VerifyFollowUp;
import org.probatum.shared.web.Input;

/** The form on a published decision's page by which somebody says what became of what they answer for. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/verifications/{id: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
public class VerificationPage {
    private final VerifyFollowUp verifyFollowUp;
    private final Input input;
    private final Visit visit;

    VerificationPage(VerifyFollowUp verifyFollowUp, Input input, Visit visit) {
        this.verifyFollowUp = verifyFollowUp;
        this.input = input;
        this.visit = visit;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Access.REVIEW, Access.FILE})
    public Response verify(
            @PathParam("key") String key, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        verifyFollowUp.verify(
                visit.actor(),
                key,
                id,
                input.form(sent, "requests-1", "verification", VerifyFollowUp.Verification.class));
        return Response.seeOther(URI.create("/decisions/" + key + "#promised")).build();
    }
}
