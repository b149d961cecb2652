package org.probatum.evidence.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.probatum.evidence.tracker.Imports;
import org.probatum.evidence.tracker.StartImport;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Json;
import org.probatum.shared.web.Cursor;
import org.probatum.shared.web.Input;
import org.probatum.shared.web.Once;

/** Imports of runs into a decision, for programs: asked for, and looked at until they are done. */
@Path("/api/v1/decisions/{key}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, Input.YAML, "application/x-yaml", "text/yaml"})
public class ImportResource {
    private final Imports imports;
    private final StartImport startImport;
    private final Decisions decisions;
    private final Input input;
    private final Once once;
    private final Visit visit;

    ImportResource(Imports imports, StartImport startImport, Decisions decisions, Input input, Once once, Visit visit) {
        this.imports = imports;
        this.startImport = startImport;
        this.decisions = decisions;
        this.input = input;
        this.once = once;
        this.visit = visit;
    }

    /** An import, its runs after a place, and where they go on; null at their end. */
    record ImportAnswer(
            Imports.Import progress,
            List<Imports.Line> runs,
            @Nullable String next) {}

    @POST
    @RolesAllowed(Access.FILE)
    @RequestBody(ref = "requests-1.import")
    @APIResponseSchema(value = Imports.Import.class, responseCode = "201")
    public Response start(
            @PathParam("key") String key,
            byte @Nullable [] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam("Idempotency-Key") @Nullable String name) {
        StartImport.Wish wish = input.read(body, type, "requests-1", "import", StartImport.Wish.class);
        return Answers.response(once.answer(visit.actor().id(), name, "import " + key + " " + wish, () -> {
            long id = startImport.start(visit.actor(), key, wish);
            return answer(key, id);
        }));
    }

    /** The newest imports of the decision. */
    @GET
    @RolesAllowed(Access.READ)
    public List<Imports.Import> list(@PathParam("key") String key) {
        return imports.of(visible(key).id());
    }

    @GET
    @Path("{import}")
    @RolesAllowed(Access.READ)
    public ImportAnswer show(
            @PathParam("key") String key,
            @PathParam("import") long id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Imports.Import found = imports.of(visible(key).id(), id);
        int from = after == null ? 0 : Cursor.number("after", after, Integer.MAX_VALUE);
        int most = Cursor.limit(limit);
        List<Imports.Line> lines = imports.lines(id, from, most, false);
        String next = lines.size() < most
                ? null
                : "/api/v1/decisions/" + key + "/imports/" + id + "?after="
                        + lines.get(lines.size() - 1).place();
        return new ImportAnswer(found, lines, next);
    }

    /** Lets an import that stopped go on. */
    @POST
    @Path("{import}/continuations")
    @RolesAllowed(Access.FILE)
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = Imports.Import.class, responseCode = "201")
    public Response goOn(@PathParam("key") String key, @PathParam("import") long id) {
        startImport.goOn(visit.actor(), key, id);
        return Answers.response(answer(key, id));
    }

    private Once.Answer answer(String key, long id) {
        return new Once.Answer(
                201,
                "/api/v1/decisions/" + key + "/imports/" + id,
                null,
                Json.write(imports.of(visible(key).id(), id)));
    }

    private Decision visible(String key) {
        return decisions.visible(visit.actor(), key);
    }
}
