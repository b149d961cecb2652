package org.probatum.decision.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.AssessTradeOff;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.decision.Profile;
import org.probatum.decision.ReviseMaterial;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.FollowUp;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.OptionSet;
import org.probatum.decision.material.Parts;
import org.probatum.decision.material.Risk;
import org.probatum.decision.material.Rollback;
import org.probatum.decision.material.RolloutStep;
import org.probatum.decision.material.Scope;
import org.probatum.decision.material.Summary;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;
import org.probatum.shared.web.Version;

/** The parts of a decision's material for programs: each put whole, against the version that was read. */
@Path("/api/v1/decisions/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class MaterialResource {
    private final ReviseMaterial reviseMaterial;
    private final AssessTradeOff assessTradeOff;
    private final Decisions decisions;
    private final Input input;
    private final Once once;
    private final Visit visit;

    @PathParam("key")
    String key;

    @HeaderParam(HttpHeaders.CONTENT_TYPE)
    String type;

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Nullable
    String ifMatch;

    @HeaderParam("Idempotency-Key")
    @Nullable
    String name;

    MaterialResource(
            ReviseMaterial reviseMaterial,
            AssessTradeOff assessTradeOff,
            Decisions decisions,
            Input input,
            Once once,
            Visit visit) {
        this.reviseMaterial = reviseMaterial;
        this.assessTradeOff = assessTradeOff;
        this.decisions = decisions;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    @PUT
    @Path("profile")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.profile")
    public Response profile(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        Profile profile = read(body, "profile", Profile.class);
        return Answers.ok(reviseMaterial.describe(visit.actor(), key, seen, profile));
    }

    @PUT
    @Path("scope")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.scope")
    public Response scope(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        Scope scope = read(body, "scope", Scope.class);
        return revise(seen, Part.SCOPE, material -> material.with(scope));
    }

    @PUT
    @Path("options")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.optionSet")
    public Response options(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        OptionSet choice = read(body, "optionSet", OptionSet.class);
        return revise(seen, Part.OPTIONS, material -> material.with(choice));
    }

    /** The runs an option cites. */
    record CitedRuns(List<String> runs) {}

    @PUT
    @Path("options/{option}/runs")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.citedRuns")
    public Response citedRuns(@PathParam("option") String option, byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        CitedRuns cited = input.read(body, type, "requests-1", "citedRuns", CitedRuns.class);
        if (decisions.visible(visit.actor(), key).material().choice().options().stream()
                .noneMatch(o -> o.id().equals(option))) {
            throw Problem.notFound("option \"" + option + "\" of " + key);
        }
        return revise(seen, Part.CITED_RUNS, material -> material.withCitedRuns(option, cited.runs()));
    }

    @PUT
    @Path("trade-offs/{option}/{dimension}")
    @RolesAllowed({Access.REVIEW, Access.FILE})
    @RequestBody(ref = "requests-1.assessment")
    public Response tradeOff(
            @PathParam("option") String option, @PathParam("dimension") String dimension, byte @Nullable [] body) {
        AssessTradeOff.Assessment said =
                input.read(body, type, "requests-1", "assessment", AssessTradeOff.Assessment.class);
        return Answers.ok(assessTradeOff.assess(visit.actor(), key, option, dimension(dimension), said));
    }

    /** Adds one risk. */
    @POST
    @Path("risks")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.risk")
    public Response addRisk(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        Risk risk = read(body, "risk", Risk.class);
        return add(risk, seen, Part.RISKS, material -> material.withRisks(and(material.risks(), risk)));
    }

    @PUT
    @Path("risks/{risk}")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.risk")
    public Response risk(@PathParam("risk") String id, byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        Risk risk = read(body, "risk", Risk.class).withId(id);
        if (decisions.visible(visit.actor(), key).material().risk(id).isEmpty()) {
            throw Problem.notFound("risk \"" + id + "\" of " + key);
        }
        return revise(
                seen,
                Part.RISKS,
                material -> material.withRisks(material.risks().stream()
                        .map(standing -> id.equals(standing.id()) ? risk : standing)
                        .toList()));
    }

    /** All risks at once. */
    record RiskList(@Nullable List<Risk> risks) {}

    @PUT
    @Path("risks")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.riskList")
    public Response risks(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        RiskList listed = read(body, "riskList", RiskList.class);
        return revise(seen, Part.RISKS, material -> material.withRisks(Parts.listOf(listed.risks())));
    }

    @PUT
    @Path("rollout")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.rollout")
    public Response rollout(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        List<RolloutStep> steps = Arrays.asList(read(body, "rollout", RolloutStep[].class));
        return revise(seen, Part.ROLLOUT, material -> material.withRollout(steps));
    }

    @PUT
    @Path("rollback")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.rollback")
    public Response rollback(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        Rollback rollback = read(body, "rollback", Rollback.class);
        return revise(seen, Part.ROLLBACK, material -> material.with(rollback));
    }

    /** Adds one follow-up. */
    @POST
    @Path("follow-ups")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.followUp")
    public Response addFollowUp(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        FollowUp followUp = read(body, "followUp", FollowUp.class);
        return add(
                followUp,
                seen,
                Part.FOLLOW_UPS,
                material -> material.withFollowUps(and(material.followUps(), followUp)));
    }

    /** All follow-ups at once. */
    record FollowUpList(@Nullable List<FollowUp> followUps) {}

    @PUT
    @Path("follow-ups")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.followUpList")
    public Response followUps(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        FollowUpList listed = read(body, "followUpList", FollowUpList.class);
        return revise(seen, Part.FOLLOW_UPS, material -> material.withFollowUps(Parts.listOf(listed.followUps())));
    }

    @PUT
    @Path("summary")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "decision-1.summary")
    public Response summary(byte @Nullable [] body) {
        int seen = Version.seen(ifMatch);
        Summary summary = read(body, "summary", Summary.class);
        return revise(seen, Part.SUMMARY, material -> material.with(summary));
    }

    private Response add(Object one, int seen, Part part, UnaryOperator<Material> revision) {
        String request = "add " + part.words() + " " + key + " " + seen + " " + Json.digest(one);
        return Answers.response(once.answer(visit.actor().id(), name, request, () -> {
            Decision decision = reviseMaterial.revise(visit.actor(), key, seen, part, revision);
            return Answers.about(201, decision, DecisionAnswer.of(decision));
        }));
    }

    private Response revise(int seen, Part part, UnaryOperator<Material> revision) {
        return Answers.ok(reviseMaterial.revise(visit.actor(), key, seen, part, revision));
    }

    private <T> T read(byte @Nullable [] body, String part, Class<T> as) {
        return input.read(body, type, "decision-1", part, as);
    }

    private static Dimension dimension(String slug) {
        return Arrays.stream(Dimension.values())
                .filter(d -> d.name().toLowerCase(Locale.ROOT).equals(slug))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("dimension \"" + slug
                        + "\"; there are security, performance, operability and maintainability, and no other"));
    }

    private static <T> List<T> and(List<T> items, T one) {
        List<T> more = new ArrayList<>(items);
        more.add(one);
        return more;
    }
}
