package org.probatum.evidence.web;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.web.Answers;
import org.probatum.evidence.Runs;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.comparison.FileComparison;
import org.probatum.evidence.comparison.FiledComparisons;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Comparisons of a decision's options, for programs. */
@Path("/api/v1/decisions/{key}/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class ComparisonResource {
    private final FileComparison fileComparison;
    private final Decisions decisions;
    private final Runs runs;
    private final FiledComparisons comparisons;
    private final Input input;
    private final Once once;
    private final Visit visit;

    ComparisonResource(
            FileComparison fileComparison,
            Decisions decisions,
            Runs runs,
            FiledComparisons comparisons,
            Input input,
            Once once,
            Visit visit) {
        this.fileComparison = fileComparison;
        this.decisions = decisions;
        this.runs = runs;
        this.comparisons = comparisons;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    @POST
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.comparison")
    @APIResponseSchema(value = ComparisonAnswer.class, responseCode = "201")
    public Response file(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        FileComparison.Terms terms = input.read(body, type, "requests-1", "comparison", FileComparison.Terms.class);
        return Answers.response(once.answer(visit.actor().id(), name, "compare " + key + " " + terms, () -> {
            Decision decision = fileComparison.file(visit.actor(), key, terms);
            return Answers.about(
                    201,
                    decision,
                    ComparisonAnswer.of(all(decision).on(terms.criterion()).orElseThrow()));
        }));
    }

    @GET
    @RolesAllowed(Access.READ)
    public List<ComparisonAnswer> list(@PathParam("key") String key) {
        return all(decisions.visible(visit.actor(), key)).all().stream()
                .map(ComparisonAnswer::of)
                .toList();
    }

    @GET
    @Path("{criterion}")
    @RolesAllowed(Access.READ)
    public ComparisonAnswer show(@PathParam("key") String key, @PathParam("criterion") String criterion) {
        return all(decisions.visible(visit.actor(), key))
                .on(criterion)
                .map(ComparisonAnswer::of)
                .orElseThrow(() -> Problem.notFound("criterion \"" + criterion + "\" of " + key));
    }

    private Comparisons all(Decision decision) {
        return Comparisons.of(decision.material(), runs.of(decision.id()), comparisons.of(decision.id()));
    }
}
