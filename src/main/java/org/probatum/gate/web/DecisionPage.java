package org.probatum.gate.web;

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
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.WithdrawDecision;
import org.probatum.gate.SubmitStage;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.risk.AcceptRisk;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** A decision's page, and what is done on it: hand in a stage, accept a risk, withdraw. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}")
@Produces(MediaType.TEXT_HTML)
public class DecisionPage {
    private final Dossiers dossiers;
    private final SubmitStage submitStage;
    private final WithdrawDecision withdrawDecision;
    private final AcceptRisk acceptRisk;
    private final Input input;
    private final Once once;
    private final Visit visit;

    DecisionPage(
            Dossiers dossiers,
            SubmitStage submitStage,
            WithdrawDecision withdrawDecision,
            AcceptRisk acceptRisk,
            Input input,
            Once once,
            Visit visit) {
        this.dossiers = dossiers;
        this.submitStage = submitStage;
        this.withdrawDecision = withdrawDecision;
        this.acceptRisk = acceptRisk;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** The decision; why something just asked for was refused, what was typed then and into which form. */
    @CheckedTemplate(basePath = "decision", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Show(Dossier d, @Nullable Problem refusal, Typed typed, String nonce) implements TemplateInstance {}

    /** Why a decision is withdrawn. */
    record Withdrawal(String reason) {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key) {
        return page(key, null, "", Sent.nothing());
    }

    @POST
    @Path("submissions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response submit(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        try {
            SubmitStage.Outcome outcome = submitStage.submit(visit.actor(), key, Sent.version(sent));
            if (outcome instanceof SubmitStage.Outcome.NotReady notReady) {
                throw GateResource.notMet(notReady.report());
            }
            return back(key);
        } catch (Problem refused) {
            return refused(key, refused, "submission", sent);
        }
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.FILE)
    public Response withdraw(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        try {
            Withdrawal withdrawal = input.form(sent, "requests-1", "withdrawal", Withdrawal.class);
            withdrawDecision.withdraw(visit.actor(), key, Sent.version(sent), withdrawal.reason());
            return back(key);
        } catch (Problem refused) {
            return refused(key, refused, "withdrawal", sent);
        }
    }

    @POST
    @Path("risks/{risk}/acceptances")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response accept(
            @PathParam("key") String key, @PathParam("risk") String risk, MultivaluedMap<String, String> sent) {
        try {
            AcceptRisk.Terms terms = input.form(sent, "requests-1", "acceptance", AcceptRisk.Terms.class);
            once.answer(visit.actor().id(), Sent.once(sent), "accept " + key + " " + risk + " " + terms, () -> {
                requireAsSeen(acceptRisk.accept(visit.actor(), key, risk, terms), risk, sent.getFirst("seen"));
                return Sent.done("/decisions/" + key + "#risks");
            });
            return Response.seeOther(URI.create("/decisions/" + key + "#risks")).build();
        } catch (Problem refused) {
            return refused(key, refused, "risk-" + risk, sent);
        }
    }

    /** Refuses, and so undoes, the acceptance of a risk that reads otherwise than on the page it was accepted from. */
    private static void requireAsSeen(Decision decision, String id, @Nullable String seen) {
        boolean asSeen = decision.material()
                .risk(id)
                .filter(risk -> Json.digest(risk).equals(seen))
                .isPresent();
        if (!asSeen) {
            throw Problem.stale("The risk has changed since you read it. Read it as it is now, then decide.");
        }
    }

    private static Response back(String key) {
        return Response.seeOther(URI.create("/decisions/" + key)).build();
    }

    private Response refused(String key, Problem refusal, String form, MultivaluedMap<String, String> sent) {
        if (refusal.status() == 404) {
            throw refusal;
        }
        return Response.status(refusal.status())
                .entity(page(key, refusal, form, sent))
                .build();
    }

    private TemplateInstance page(
            String key, @Nullable Problem refusal, String form, MultivaluedMap<String, String> typed) {
        return new Show(
                dossiers.open(visit.actor(), key),
                refusal,
                new Typed(form, typed),
                UUID.randomUUID().toString());
    }
}
