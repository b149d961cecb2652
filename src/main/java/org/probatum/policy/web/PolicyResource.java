package org.probatum.policy.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Policy;
import org.probatum.decision.web.Answers;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.policy.ActivateVersion;
import org.probatum.policy.PolicyVersion;
import org.probatum.policy.PolicyVersions;
import org.probatum.policy.Table;
import org.probatum.policy.UploadVersion;
import org.probatum.policy.web.PolicyAnswers.InForce;
import org.probatum.shared.Digest;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Policy for programs: read the tables, upload a version as DMN, put it in force. */
@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class PolicyResource {
    private static final List<Variant> OFFERED = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.APPLICATION_XML_TYPE)
            .build();

    private final PolicyVersions versions;
    private final UploadVersion uploadVersion;
    private final ActivateVersion activateVersion;
    private final Policy policy;
    private final Input input;
    private final Once once;
    private final Visit visit;

    PolicyResource(
            PolicyVersions versions,
            UploadVersion uploadVersion,
            ActivateVersion activateVersion,
            Policy policy,
            Input input,
            Once once,
            Visit visit) {
        this.versions = versions;
        this.uploadVersion = uploadVersion;
        this.activateVersion = activateVersion;
        this.policy = policy;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** Why a version should judge. */
    record Activation(String why) {}

    /** Which version of each table is in force, or was at a moment. */
    @GET
    @RolesAllowed(Access.READ)
    public PolicyAnswers.Policies list(@QueryParam("on") @Nullable String on) {
        List<PolicyVersions.Span> spans = versions.spans();
        if (on == null) {
            return new PolicyAnswers.Policies(
                    policy.version(),
                    spans.stream()
                            .filter(span -> span.until() == null)
                            .map(InForce::of)
                            .toList());
        }
        Instant moment = moment(on);
        return new PolicyAnswers.Policies(
                null,
                spans.stream()
                        .filter(span -> !span.since().isAfter(moment)
                                && (span.until() == null || span.until().isAfter(moment)))
                        .map(InForce::of)
                        .toList());
    }

    @GET
    @Path("{table}")
    @RolesAllowed(Access.READ)
    public PolicyAnswers.TableAnswer show(@PathParam("table") String slug) {
        Table table = PolicyAnswers.table(slug);
        List<InForce> history = versions.spans().stream()
                .filter(span -> span.table().equals(table.id()))
                .map(InForce::of)
                .toList();
        return new PolicyAnswers.TableAnswer(
                table.slug(),
                table.title(),
                history.get(history.size() - 1),
                versions.waiting(table).orElse(null),
                versions.history(table),
                history);
    }

    /** A version as JSON, or as the DMN that was uploaded. */
    @GET
    @Path("{table}/versions/{number}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    @RolesAllowed(Access.READ)
    @APIResponseSchema(PolicyAnswers.VersionAnswer.class)
    public Response version(
            @PathParam("table") String slug, @PathParam("number") String number, @Context Request request) {
        Table table = PolicyAnswers.table(slug);
        PolicyVersion version = versions.of(table, PolicyAnswers.number(number));
        Variant chosen = request.selectVariant(OFFERED);
        if (chosen == null) {
            throw Problem.http("not-acceptable", 406, "A table comes as JSON or as DMN in XML, and no other.");
        }
        boolean xml = chosen.getMediaType().getSubtype().equals("xml");
        return Response.ok(
                        xml
                                ? version.dmn()
                                : Json.write(PolicyAnswers.VersionAnswer.of(
                                        version, versions.inForce(table).id() == version.id())),
                        xml ? MediaType.APPLICATION_XML_TYPE.withCharset("UTF-8") : MediaType.APPLICATION_JSON_TYPE)
                .tag(version.digest())
                .header("Vary", "Accept")
                .build();
    }

    /** Keeps a new version: the body is the DMN and the query says why, or the body is a document that holds both. */
    @POST
    @Path("{table}/versions")
    @Consumes({
        MediaType.APPLICATION_XML,
        MediaType.TEXT_XML,
        MediaType.APPLICATION_JSON,
        Input.YAML,
        "application/x-yaml",
        "text/yaml"
    })
    @RolesAllowed(Access.ADMIN)
    @RequestBody(ref = "requests-1.policy-version")
    @APIResponseSchema(value = PolicyAnswers.VersionAnswer.class, responseCode = "201")
    public Response upload(
            @PathParam("table") String slug,
            @QueryParam("why") @Nullable String why,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        Table table = PolicyAnswers.table(slug);
        PoliciesPage.Upload upload = type != null && type.contains("xml")
                ? plain(body, why)
                : input.read(body, type, "requests-1", "policy-version", PoliciesPage.Upload.class);
        String request = "upload " + slug + " " + upload.why() + " " + Digest.of(upload.dmn());
        return Answers.response(once.answer(visit.actor().id(), name, request, () -> {
            PolicyVersion version =
                    PolicyAnswers.kept(uploadVersion.upload(visit.actor(), table, upload.dmn(), upload.why()));
            return new Once.Answer(
                    201,
                    "/api/v1/policies/" + slug + "/versions/" + version.number(),
                    null,
                    Json.write(PolicyAnswers.VersionAnswer.of(version, false)));
        }));
    }

    /** Proposes that a version be put in force, or confirms what another platform owner proposed. */
    @POST
    @Path("{table}/versions/{number}/activations")
    @RolesAllowed(Access.ADMIN)
    @RequestBody(ref = "requests-1.activation")
    @APIResponseSchema(value = PolicyAnswers.ActivationAnswer.class, responseCode = "201")
    public Response activate(
            @PathParam("table") String slug,
            @PathParam("number") String number,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        Table table = PolicyAnswers.table(slug);
        int version = PolicyAnswers.number(number);
        String why = input.read(body, type, "requests-1", "activation", Activation.class)
                .why();
        return Answers.response(once.answer(
                visit.actor().id(),
                name,
                "activate " + slug + " " + version + " " + why,
                () -> new Once.Answer(
                        201,
                        "/api/v1/policies/" + slug,
                        null,
                        Json.write(PolicyAnswers.ActivationAnswer.of(
                                activateVersion.activate(visit.actor(), table, version, why))))));
    }

    /** The DMN as it is, and why, said beside it. */
    private static PoliciesPage.Upload plain(byte @Nullable [] body, @Nullable String why) {
        if (why == null || why.isBlank() || why.length() > 4000) {
            throw Problem.invalid(List.of(Violation.at(
                    "/why", "it is not said why the table should change", "?why= with a sentence or two")));
        }
        return new PoliciesPage.Upload(new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8), why);
    }

    private static Instant moment(String on) {
        try {
            return Instant.parse(on);
        } catch (DateTimeException e) {
            throw Problem.invalid(
                    List.of(Violation.at("/on", "\"" + on + "\" is no moment", "a time such as 2026-11-25T09:00:00Z")));
        }
    }
}
