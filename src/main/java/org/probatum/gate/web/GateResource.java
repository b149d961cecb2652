package org.probatum.gate.web;

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
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.web.Answers;
import org.probatum.gate.Checklist;
import org.probatum.gate.GateReport;
import org.probatum.gate.Gates;
import org.probatum.gate.SubmitReview;
import org.probatum.gate.SubmitStage;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Version;

/** Gates for programs: the report, handing in a stage, voting. */
@Path("/api/v1/decisions/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class GateResource {
    private final Gates gates;
    private final Votings votings;
    private final Decisions decisions;
    private final SubmitStage submitStage;
    private final SubmitReview submitReview;
    private final Input input;
    private final Once once;
    private final Visit visit;

    GateResource(
            Gates gates,
            Votings votings,
            Decisions decisions,
            SubmitStage submitStage,
            SubmitReview submitReview,
            Input input,
            Once once,
            Visit visit) {
        this.gates = gates;
        this.votings = votings;
        this.decisions = decisions;
        this.submitStage = submitStage;
        this.submitReview = submitReview;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** A gate's report as data; the material's digest is what a vote has to name. */
    record ReportAnswer(
            String gate,
            boolean open,
            boolean met,
            String material,
            List<SeatAnswer> quorum,
            List<Long> rejections,
            List<LineAnswer> requirements) {
        static ReportAnswer of(Voting voting, GateReport report) {
            return new ReportAnswer(
                    report.gate().name(),
                    voting.open(),
                    report.isMet(),
                    report.material(),
                    voting.seats().stream()
                            .map(seat -> new SeatAnswer(seat.takes(), seat.filledBy(), seat.able()))
                            .toList(),
                    voting.rejections().stream().map(Voting.Rejection::id).toList(),
                    report.lines().stream()
                            .map(l -> new LineAnswer(
                                    l.id(), l.binding().name(), l.state(), l.because(), l.wouldSatisfy(), l.waivable()))
                            .toList());
        }
    }

    /** A seat of the quorum: what it takes, who fills it by an approval of this material, and while it is open who could. */
    record SeatAnswer(String takes, @Nullable String filledBy, List<String> able) {}

    /** A requirement's line. */
    record LineAnswer(
            String requirement, String binding, String state, String because, String wouldSatisfy, boolean waivable) {}

    @GET
    @Path("gates/{gate}")
    @RolesAllowed(Access.READ)
    public ReportAnswer report(@PathParam("key") String key, @PathParam("gate") String gate) {
        Decision decision = decisions.visible(visit.actor(), key);
        return ReportAnswer.of(votings.of(visit.actor(), decision, gate(gate)), gates.report(decision, gate(gate)));
    }

    @GET
    @Path("checklist")
    @RolesAllowed(Access.READ)
    public List<Checklist.Item> checklist(@PathParam("key") String key) {
        return Checklist.of(gates.lay(decisions.visible(visit.actor(), key)));
    }

    /** Hands in the stage the decision is at. */
    @POST
    @Path("submissions")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Access.FILE)
    public Response submit(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        int seen = Version.seen(ifMatch);
        return Answers.response(once.answer(visit.actor().id(), name, "submit " + key + " " + seen, () -> {
            SubmitStage.Outcome outcome = submitStage.submit(visit.actor(), key, seen);
            if (outcome instanceof SubmitStage.Outcome.NotReady notReady) {
                throw notMet(notReady.report());
            }
            return Answers.moved(201, ((SubmitStage.Outcome.GateOpened) outcome).decision());
        }));
    }

    @POST
    @Path("gates/{gate}/reviews")
    @RolesAllowed(Access.REVIEW)
    @RequestBody(ref = "requests-1.review")
    public Response review(
            @PathParam("key") String key,
            @PathParam("gate") String gate,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        SubmitReview.Ballot ballot = input.read(body, type, "requests-1", "review", SubmitReview.Ballot.class);
        String request = "review " + key + " " + gate + " " + ballot;
        return Answers.response(once.answer(
                visit.actor().id(), name, request, () -> Answers.moved(201, vote(key, gate(gate), ballot))));
    }

    private Decision vote(String key, Gate gate, SubmitReview.Ballot ballot) {
        SubmitReview.Outcome outcome = submitReview.review(visit.actor(), key, gate, ballot);
        if (outcome instanceof SubmitReview.Outcome.NotMet notMet) {
            throw notMet(notMet.report());
        }
        return outcome.decision();
    }

    static Problem notMet(GateReport report) {
        return Problem.unmet(
                "The " + report.gate().title() + " gate asks for more.",
                report.unmet().stream()
                        .map(line -> Violation.at("/" + line.id(), line.because(), line.wouldSatisfy()))
                        .toList());
    }

    static Gate gate(String slug) {
        return Gate.bySlug(slug)
                .orElseThrow(() -> Problem.notFound("gate \"" + slug
                        + "\"; there are scope, options, trade-offs, verification and publication, and no other"));
    }
}
