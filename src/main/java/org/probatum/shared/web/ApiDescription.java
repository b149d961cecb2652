package org.probatum.shared.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Makes the OpenAPI document tell programs what they need: the API without the pages, bodies by the schemas they are checked
 * against, and every refusal as the one kind of problem. A route names its body's schema and part: {@code decision-1.scope}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";
    private static final Set<String> OF_PAGES = Set.of("TemplateInstance", "MultivaluedMapStringString");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        new ArrayList<>(api.getPaths().getPathItems().keySet())
                .stream().filter(path -> !path.startsWith("/api/")).forEach(api.getPaths()::removePathItem);
        Components components = api.getComponents();
        components.setSecuritySchemes(null);
        components.addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API token, prb_…; its scopes and its person's roles say how far it reaches."));
        components.addResponse(PROBLEM, problem());
        Set<String> bodies = new TreeSet<>();
        api.getPaths().getPathItems().forEach((path, item) -> describe(path, item, bodies));
        bodies.forEach(name -> components.addRequestBody(name, body(name)));
        OF_PAGES.forEach(components::removeSchema);
    }

    private static void describe(String path, PathItem item, Set<String> bodies) {
        String noun = path.split("/", 5)[3];
        item.getOperations().forEach((method, operation) -> {
            operation.setTags(List.of(noun));
            operation.setSummary(sentence(operation));
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
            Map<String, APIResponse> answers =
                    new LinkedHashMap<>(operation.getResponses().getAPIResponses());
            answers.keySet().removeIf(status -> status.startsWith("4"));
            answers.put("4XX", OASFactory.createAPIResponse().ref(PROBLEM));
            operation.getResponses().setAPIResponses(answers);
            RequestBody sent = operation.getRequestBody();
            if (sent != null && sent.getRef() != null) {
                bodies.add(sent.getRef().substring(sent.getRef().lastIndexOf('/') + 1));
            }
        });
    }

    /** What the method's name says, in words. */
    private static String sentence(Operation operation) {
        String words = String.valueOf(operation.getSummary()).toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static RequestBody body(String name) {
        int dot = name.indexOf('.');
        String schema = dot < 0
                ? "/schemas/" + name + ".json"
                : "/schemas/" + name.substring(0, dot) + ".json#/$defs/" + name.substring(dot + 1);
        Content content = OASFactory.createContent();
        for (String type : List.of("application/json", Input.YAML)) {
            content.addMediaType(
                    type,
                    OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref(schema)));
        }
        return OASFactory.createRequestBody().required(true).content(content);
    }

    private static APIResponse problem() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        Schema number = OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
        Schema violation = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("pointer", text)
                .addProperty("wrong", text)
                .addProperty("right", text)
                .addProperty("line", number)
                .addProperty("column", number);
        Schema problem = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", number)
                .addProperty("detail", text)
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(violation));
        return OASFactory.createAPIResponse()
                .description("Refused (RFC 9457): what is wrong, where, and what would be right.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemAnswer.MEDIA_TYPE,
                                OASFactory.createMediaType().schema(problem)));
    }
}
