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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.gate.Differences;
import org.probatum.gate.EndRejection;
import org.probatum.gate.GrantWaiver;
import org.probatum.gate.SubmitReview;
import org.probatum.people.Access;
import org.probatum.people.Actor;
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
    private final Votings votings;
    private final Differences differences;
    private final SubmitReview submitReview;
    private final EndRejection endRejection;
    private final GrantWaiver grantWaiver;
    private final Input input;
    private final Once once;
    private final Visit visit;

    GatePage(
            Dossiers dossiers,
            Decisions decisions,
            Votings votings,
            Differences differences,
            SubmitReview submitReview,
            EndRejection endRejection,
            GrantWaiver grantWaiver,
            Input input,
            Once once,
            Visit visit) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.votings = votings;
        this.differences = differences;
        this.submitReview = submitReview;
        this.endRejection = endRejection;
        this.grantWaiver = grantWaiver;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "gate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Show(
            Dossier d,
            Dossier.GateView view,
            List<String> parts,
            Voting voting,
            Waiving waiving,
            @Nullable DifferenceCard difference,
            @Nullable Problem refusal,
            List<Journal.Entry> since,
            Typed typed,
            String nonce)
            implements TemplateInstance {}

    @GET
    @Path("{gate}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @PathParam("gate") String gate) {
        return page(key, GateResource.gate(gate), null, "", Sent.nothing());
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
            return refused(key, gate, refused, "review", sent);
        }
    }

    /** A second person's word on a rejection. */
    @POST
    @Path("{gate}/rejections/{id: [0-9]{1,18}}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response confirm(
            @PathParam("key") String key,
            @PathParam("gate") String slug,
            @PathParam("id") long id,
            MultivaluedMap<String, String> sent) {
        return end(key, slug, id, sent, endRejection::confirm);
    }

    /** Taking one's own rejection back. */
    @POST
    @Path("{gate}/rejections/{id: [0-9]{1,18}}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response withdraw(
            @PathParam("key") String key,
            @PathParam("gate") String slug,
            @PathParam("id") long id,
            MultivaluedMap<String, String> sent) {
        return end(key, slug, id, sent, endRejection::withdraw);
    }

    @POST
    @Path("{gate}/waivers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Access.REVIEW)
    public Response waive(
            @PathParam("key") String key, @PathParam("gate") String slug, MultivaluedMap<String, String> sent) {
        Gate gate = GateResource.gate(slug);
        String address = "/decisions/" + key + "/gates/" + slug;
        try {
            GrantWaiver.Terms terms = input.form(sent, "requests-1", "waiver", GrantWaiver.Terms.class);
            once.answer(visit.actor().id(), Sent.once(sent), "waive " + key + " " + slug + " " + terms, () -> {
                grantWaiver.grant(visit.actor(), key, gate, terms);
                return Sent.done(address);
            });
            return Response.seeOther(URI.create(address)).build();
        } catch (Problem refused) {
            return refused(key, gate, refused, "waiver-" + sent.getFirst("/requirement"), sent);
        }
    }

    /** How a rejection can be ended. */
    private interface End {
        Decision end(Actor actor, String key, Gate gate, long rejection, String comment);
    }

    private Response end(String key, String slug, long id, MultivaluedMap<String, String> sent, End how) {
        Gate gate = GateResource.gate(slug);
        try {
            String comment = input.form(sent, "requests-1", "rejectionEnd", RejectionResource.Word.class)
                    .comment();
            Decision decision = how.end(visit.actor(), key, gate, id, comment);
            String address = "/decisions/" + decision.key();
            return Response.seeOther(URI.create(address)).build();
        } catch (Problem refused) {
            return refused(key, gate, refused, "rejection-" + id, sent);
        }
    }

    private Response refused(String key, Gate gate, Problem refused, String form, MultivaluedMap<String, String> sent) {
        if (refused.status() == 404) {
            throw refused;
        }
        return Response.status(refused.status())
                .entity(page(key, gate, refused, form, sent))
                .build();
    }

    private TemplateInstance page(
            String key, Gate gate, @Nullable Problem refusal, String form, MultivaluedMap<String, String> sent) {
        Decision decision = decisions.visible(visit.actor(), key);
        Dossier dossier = dossiers.open(visit.actor(), decision, gate);
        Dossier.GateView view = Objects.requireNonNull(dossier.gate());
        return new Show(
                dossier,
                view,
                parts(gate),
                votings.of(visit.actor(), decision, gate, view.material(), dossier.reviews(), dossier.names()),
                Waiving.of(visit.actor(), decision, grantWaiver.right(decision, gate), view, dossier.checklist()),
                difference(decision, gate, dossier, seen(refusal, sent.getFirst("seen"))),
                refusal,
                since(dossier, seen(refusal, sent.getFirst("seen"))),
                new Typed(refusal == null ? "" : form, sent),
                UUID.randomUUID().toString());
    }

    /** The last event a voter had seen, when the vote came too late for what it was cast on; else null. */
    private static @Nullable Integer seen(@Nullable Problem refusal, @Nullable String seen) {
        boolean late = refusal != null && refusal.type().equals("review-outdated");
        return late && seen != null && seen.matches("[0-9]{1,9}") ? Integer.valueOf(seen) : null;
    }

    /** What happened after that. */
    private static List<Journal.Entry> since(Dossier dossier, @Nullable Integer seen) {
        return seen == null
                ? List.of()
                : dossier.history().stream().filter(entry -> entry.seq() > seen).toList();
    }

    /** What changed since the voter looked, or since they last reviewed it here; null for whoever reads it for the first time. */
    private @Nullable DifferenceCard difference(Decision decision, Gate gate, Dossier dossier, @Nullable Integer seen) {
        if (seen != null) {
            return DifferenceCard.of(
                    "Changed since you looked",
                    "Since event #" + seen + ".",
                    differences.since(decision, gate, seen, dossier.names()::of).changes());
        }
        Actor actor = visit.actor();
        boolean reviewed = decision.stage().gate() == gate
                && !decision.approved().contains(actor.id())
                && dossier.reviews().stream()
                        .anyMatch(r -> r.review().gate() == gate && r.review().isOf(actor.id()));
        return !reviewed
                ? null
                : differences
                        .sinceReview(actor, decision, gate, dossier.names()::of)
                        .map(told -> DifferenceCard.of(
                                "Changed since you last looked",
                                "Since your review, event #" + told.event() + ".",
                                told.changes()))
                        .orElse(null);
    }

    /** The material a gate is about, as the names of the cards that show it. */
    private static List<String> parts(Gate gate) {
        return switch (gate) {
            case SCOPE -> List.of("scope");
            case OPTIONS -> List.of("options", "comparisons", "rationale", "runs");
            case TRADE_OFFS -> List.of("options", "trade-offs", "risks", "rollout", "rollback");
            case VERIFICATION -> List.of("checklist", "runs", "comparisons", "options", "scope");
            case PUBLICATION ->
                List.of(
                        "summary",
                        "scope",
                        "options",
                        "comparisons",
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
