package org.probatum.risk.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.risk.RevokeAcceptance;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Filled;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** One risk: how grave, who owns it, what was ever accepted of it; its giver takes an acceptance back here. */
@Path("/risks/{key: [A-Z]{2,6}-[0-9]{1,9}}")
@Produces(MediaType.TEXT_HTML)
public class RiskPage {
    private final RiskSheets sheets;
    private final RevokeAcceptance revokeAcceptance;
    private final Input input;
    private final Once once;
    private final Visit visit;

    RiskPage(RiskSheets sheets, RevokeAcceptance revokeAcceptance, Input input, Once once, Visit visit) {
        this.sheets = sheets;
        this.revokeAcceptance = revokeAcceptance;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** The page. */
    @CheckedTemplate(basePath = "risk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneRisk(RiskSheets.Sheet sheet, Filled form, String nonce) implements TemplateInstance {}

    @GET
    @Path("{risk}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @PathParam("risk") String risk) {
        return page(key, risk, Filled.BLANK);
    }

    @POST
    @Path("{risk}/revocations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response revoke(
            @PathParam("key") String key, @PathParam("risk") String risk, MultivaluedMap<String, String> sent) {
        String address = "/risks/" + key + "/" + risk;
        try {
            RevokeAcceptance.Terms terms = input.form(sent, "requests-1", "revocation", RevokeAcceptance.Terms.class);
            once.answer(visit.actor().id(), Sent.once(sent), "revoke " + key + " " + risk + " " + terms, () -> {
                revokeAcceptance.revoke(visit.actor(), key, risk, terms);
                return Sent.done(address);
            });
            return Response.seeOther(URI.create(address)).build();
        } catch (Problem refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(page(key, risk, Filled.refused(sent, refusal)))
                    .build();
        }
    }

    private OneRisk page(String key, String risk, Filled form) {
        return new OneRisk(
                sheets.open(visit.actor(), key, risk), form, UUID.randomUUID().toString());
    }
}
