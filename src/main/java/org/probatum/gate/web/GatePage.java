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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.gate.SubmitReview;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Sent;

/** A gate's page: its report beside the material it is about, and the vote. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/gates")
@Produces(MediaType.TEXT_HTML)
public class GatePage {
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final SubmitReview submitReview;
    private final Input input;
    private final Once once;
    private final Visit visit;

    GatePage(Dossiers dossiers, Decisions decisions, SubmitReview submitReview, Input input, Once once, Visit visit) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.submitReview = submitReview;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** The gate; whether it waits for a vote, whose, and why not yours. */
    record Voting(boolean open, boolean yours, String slot, String why) {}

    @CheckedTemplate(basePath = "gate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Show(
            Dossier d,
            Dossier.GateView view,
            List<String> parts,
            Voting voting,
            @Nullable Problem refusal,
            List<Journal.Entry> since,
            Typed typed,
            String nonce)
            implements TemplateInstance {}

    @GET
    @Path("{gate}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @PathParam("gate") String gate) {
        return page(key, GateResource.gate(gate), null, Sent.nothing());
    }

    @POST
    @Path("{gate}/reviews")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response review(
            @PathParam("key") String key, @PathParam("gate") String slug, MultivaluedMap<String, String> sent) {
        Gate gate = GateResource.gate(slug);
        try {
            SubmitReview.Ballot ballot = input.form(sent, "requests-1", "review", SubmitReview.Ballot.class);
            once.answer(visit.actor().id(), Sent.once(sent), "review " + key + " " + slug + " " + ballot, () -> {
                SubmitReview.Outcome outcome = submitReview.review(visit.actor(), key, gate, ballot);
                if (outcome instanceof SubmitReview.Outcome.NotMet notMet) {
                    throw GateResource.notMet(notMet.report());
                }
                return Sent.done("/decisions/" + key);
            });
            return Response.seeOther(URI.create("/decisions/" + key)).build();
        } catch (Problem refused) {
            if (refused.status() == 404) {
                throw refused;
            }
            return Response.status(refused.status())
                    .entity(page(key, gate, refused, sent))
                    .build();
        }
    }

    private TemplateInstance page(
            String key, Gate gate, @Nullable Problem refusal, MultivaluedMap<String, String> sent) {
        Decision decision = decisions.visible(visit.actor(), key);
        Dossier dossier = dossiers.open(visit.actor(), decision, gate);
        return new Show(
                dossier,
                java.util.Objects.requireNonNull(dossier.gate()),
                parts(gate),
                voting(visit.actor(), decision, gate),
                refusal,
                since(dossier, refusal, sent.getFirst("seen")),
                new Typed(refusal == null ? "" : "review", sent),
                UUID.randomUUID().toString());
    }

    /** What happened after the events a voter had seen, when the vote came too late for what it was cast on. */
    private static List<Journal.Entry> since(Dossier dossier, @Nullable Problem refusal, @Nullable String seen) {
        if (refusal == null
                || !refusal.type().equals("review-outdated")
                || seen == null
                || !seen.matches("[0-9]{1,9}")) {
            return List.of();
        }
        int last = Integer.parseInt(seen);
        return dossier.history().stream().filter(entry -> entry.seq() > last).toList();
    }

    private Voting voting(Actor actor, Decision decision, Gate gate) {
        TeamRole slot = decision.slot();
        if (slot == null || decision.stage().gate() != gate) {
            String stands = decision.stage().ended()
                    ? decision.key() + " has ended: " + decision.stage().title().toLowerCase(Locale.ROOT) + "."
                    : decision.key() + " is at " + decision.stage().title()
                            + (decision.inReview() ? ", in review there." : ", in work.");
            return new Voting(false, false, "", "This gate is not open for votes. " + stands);
        }
        String role = slot.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Names names = dossiers.names(decision);
        String able = Names.either(names.holding(slot, decision.editors()), "nobody in the team yet");
        if (decision.editors().contains(actor.id())) {
            return new Voting(
                    true,
                    false,
                    role,
                    "Nobody reviews their own work, and you worked on this decision. Its " + role
                            + " slot can be filled by " + able + ".");
        }
        if (!actor.holds(slot, decision.teamId())) {
            return new Voting(
                    true,
                    false,
                    role,
                    "The open slot takes a " + role + " of the decision's team, which you are not. It can be filled by "
                            + able + ".");
        }
        return new Voting(true, true, role, "");
    }

    /** The material a gate is about, as the names of the cards that show it. */
    private static List<String> parts(Gate gate) {
        return switch (gate) {
            case SCOPE -> List.of("scope");
            case OPTIONS -> List.of("options", "rationale", "runs");
            case TRADE_OFFS -> List.of("options", "trade-offs", "risks", "rollout", "rollback");
            case VERIFICATION -> List.of("checklist", "runs", "options", "scope");
            case PUBLICATION ->
                List.of(
                        "summary",
                        "scope",
                        "options",
                        "rationale",
                        "trade-offs",
                        "risks",
                        "rollout",
                        "rollback",
                        "follow-ups",
                        "checklist",
                        "runs");
        };
    }
}
