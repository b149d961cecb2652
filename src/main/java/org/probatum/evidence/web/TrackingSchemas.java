package org.probatum.evidence.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.probatum.decision.material.Category;
import org.probatum.evidence.tracking.TrackingSchema;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;
import org.probatum.shared.web.SchemaResource;

/** The tracking schema of each category, and the list of every schema that is served. */
@Path("/schemas")
public class TrackingSchemas {
    /** A schema as the list names it. */
    public record Served(String name, String address, String title, String description) {
        private static Served of(String name, JsonNode schema) {
            return new Served(
                    name,
                    "/schemas/" + name,
                    schema.path("title").asText(name),
                    schema.path("description").asText(""));
        }
    }

    /** The list for people. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SchemaList(List<Served> schemas) implements TemplateInstance {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public List<Served> list() {
        return Stream.concat(
                        SchemaResource.SERVED.stream().map(name -> Served.of(name, resource(name))),
                        Arrays.stream(Category.values())
                                .map(category -> Served.of(TrackingSchema.name(category), TrackingSchema.of(category))))
                .toList();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    public TemplateInstance page() {
        return new SchemaList(list());
    }

    @GET
    @Path("run-{category: [a-z]+}-1.json")
    @Produces("application/schema+json")
    @PermitAll
    public String ofCategory(@PathParam("category") String category) {
        String name = "run-" + category + "-1.json";
        return TrackingSchema.category(name)
                .map(found -> Json.write(TrackingSchema.of(found)))
                .orElseThrow(() -> Problem.notFound("schema " + name));
    }

    private static JsonNode resource(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("schemas/" + name)) {
            return Json.MAPPER.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException("The schema " + name + " cannot be read", e);
        }
    }
}
