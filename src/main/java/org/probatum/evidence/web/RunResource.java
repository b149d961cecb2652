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
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.web.Answers;
import org.probatum.evidence.AttachRun;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.lineage.Disturbances;
import org.probatum.evidence.lineage.Disturbances.Disturbance;
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

/** Runs, and what each lacks, for programs. */
@Path("/api/v1/decisions/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class RunResource {
    private final AttachRun attachRun;
    private final AttachArchive attachArchive;
    private final RunArchive archive;
    private final Runs runs;
    private final Disturbances disturbances;
    private final Decisions decisions;
    private final Input input;
    private final Once once;
    private final Visit visit;

    RunResource(
            AttachRun attachRun,
            AttachArchive attachArchive,
            RunArchive archive,
            Runs runs,
            Disturbances disturbances,
            Decisions decisions,
            Input input,
            Once once,
            Visit visit) {
        this.attachRun = attachRun;
        this.attachArchive = attachArchive;
        this.archive = archive;
        this.runs = runs;
        this.disturbances = disturbances;
        this.decisions = decisions;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /**
     * A run as attached; what keeps it from being re-run, all that its decision's plan finds missing or merely declared, and what it
     * rests on that was recalled or is gone.
     */
    record RunAnswer(
            String reference,
            String digest,
            Instant attachedAt,
            List<Completeness.Gap> gaps,
            Completeness completeness,
            List<String> disturbed,
            Manifest manifest) {
        static RunAnswer of(Run run, TrackingPlan plan, List<String> disturbed) {
            Completeness completeness = Completeness.of(run.manifest(), plan);
            return new RunAnswer(
                    run.reference(),
                    run.digest(),
                    run.attachedAt(),
                    completeness.gaps(),
                    completeness,
                    disturbed,
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
            List<String> disturbed =
                    disturbances.ofRun(attached.decision(), attached.run().id());
            return Answers.about(
                    201,
                    attached.decision(),
                    RunAnswer.of(attached.run(), TrackingPlan.of(attached.decision()), disturbed));
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
        Decision decision = decisions.visible(visit.actor(), key);
        TrackingPlan plan = TrackingPlan.of(decision);
        List<Disturbance> found = disturbances.of(decision);
        return runs.of(decision.id()).stream()
                .map(run -> RunAnswer.of(
                        run,
                        plan,
                        found.stream()
                                .filter(one -> one.run() == run.id() && one.stands())
                                .map(Disturbance::what)
                                .toList()))
                .toList();
    }

    /** What a run's manifest lacks, by what a rerun needs and by the decision's plan as it stands. */
    @GET
    @Path("runs/{run}/completeness")
    @RolesAllowed(Access.READ)
    public Completeness completeness(@PathParam("key") String key, @PathParam("run") String name) {
        Decision decision = decisions.visible(visit.actor(), key);
        return Completeness.of(runs.named(decision, name).manifest(), TrackingPlan.of(decision));
    }
}
