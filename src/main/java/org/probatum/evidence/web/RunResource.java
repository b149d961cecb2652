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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decisions;
import org.probatum.decision.web.Answers;
import org.probatum.evidence.AttachRun;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.tracker.AttachArchive;
import org.probatum.evidence.tracker.RunArchive;
import org.probatum.evidence.tracker.TrackedRun;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Digest;
import org.probatum.shared.Json;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Runs and the tracking plan, for programs. */
@Path("/api/v1/decisions/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class RunResource {
    private final AttachRun attachRun;
    private final AttachArchive attachArchive;
    private final RunArchive archive;
    private final Runs runs;
    private final Decisions decisions;
    private final Input input;
    private final Once once;
    private final Visit visit;

    RunResource(
            AttachRun attachRun,
            AttachArchive attachArchive,
            RunArchive archive,
            Runs runs,
            Decisions decisions,
            Input input,
            Once once,
            Visit visit) {
        this.attachRun = attachRun;
        this.attachArchive = attachArchive;
        this.archive = archive;
        this.runs = runs;
        this.decisions = decisions;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** A run as attached, and what would keep it from being re-run. */
    record RunAnswer(
            String reference, String digest, Instant attachedAt, List<Completeness.Gap> gaps, Manifest manifest) {
        static RunAnswer of(Run run) {
            return new RunAnswer(
                    run.reference(),
                    run.digest(),
                    run.attachedAt(),
                    Completeness.of(run.manifest()).gaps(),
                    run.manifest());
        }
    }

    /** What became of each run of an archive. */
    record ArchiveAnswer(List<AttachArchive.Outcome> runs) {}

    @POST
    @Path("runs")
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "run-1")
    @APIResponseSchema(value = RunAnswer.class, responseCode = "201")
    public Response attach(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        Manifest manifest = input.read(body, type, "run-1", "", Manifest.class);
        String request = "attach " + key + " " + Digest.of(new String(body, StandardCharsets.UTF_8));
        return Answers.response(once.answer(visit.actor().id(), name, request, () -> {
            AttachRun.Attached attached = attachRun.attach(visit.actor(), key, manifest);
            return Answers.about(201, attached.decision(), RunAnswer.of(attached.run()));
        }));
    }

    /** The runs of an mlruns folder in a zip, all or none. */
    @POST
    @Path("runs")
    @Consumes("application/zip")
    @RolesAllowed(Access.FILE)
    public Response attachArchive(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        byte[] packed = body == null ? new byte[0] : body;
        attachArchive.requireOpen(visit.actor(), key);
        List<TrackedRun> found = archive.runs(packed);
        String request = "attach " + key + " " + Digest.of(packed);
        return Answers.response(once.answer(
                visit.actor().id(),
                name,
                request,
                () -> new Once.Answer(
                        201,
                        "/api/v1/decisions/" + key + "/runs",
                        null,
                        Json.write(new ArchiveAnswer(attachArchive.attach(visit.actor(), key, found))))));
    }

    @GET
    @Path("runs")
    @RolesAllowed(Access.READ)
    public List<RunAnswer> list(@PathParam("key") String key) {
        return runs.of(decisions.visible(visit.actor(), key).id()).stream()
                .map(RunAnswer::of)
                .toList();
    }

    @GET
    @Path("tracking-plan")
    @RolesAllowed(Access.READ)
    public TrackingPlan plan(@PathParam("key") String key) {
        return TrackingPlan.of(decisions.visible(visit.actor(), key).profile().category());
    }
}
