package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.probatum.shared.Violation;

/**
 * Checks documents against a JSON Schema (2020-12) among the resources, whole or by one part of its {@code $defs}. Tells
 * everything that is wrong at once, in the order of the document, at most {@value #MAX_VIOLATIONS} things. Safe to share.
 */
public final class SchemaCheck {
    public static final int MAX_VIOLATIONS = 100;
    private static final String WHOLE = "";

    private final JsonNode source;
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private SchemaCheck(JsonNode source) {
        this.source = source;
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .regularExpressionFactory(EcmaPattern::of)
                .build();
        JsonSchema whole =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(source, config);
        whole.initializeValidators();
        schemas.put(WHOLE, whole);
        JsonNodePath parts = new JsonNodePath(PathType.JSON_POINTER).append("$defs");
        source.path("$defs").fieldNames().forEachRemaining(part -> {
            JsonSchema schema = whole.getRefSchema(parts.append(part));
            schema.initializeValidators();
            schemas.put(part, schema);
        });
    }

    /** The check for a schema on the class path, such as {@code schemas/decision-1.json}. */
    public static SchemaCheck ofResource(String name) {
        try (InputStream resource = SchemaCheck.class.getResourceAsStream("/" + name)) {
            if (resource == null) {
                throw new FileNotFoundException(name);
            }
            return new SchemaCheck(new DocumentReader()
                    .read(resource.readAllBytes(), Format.JSON)
                    .tree());
        } catch (IOException e) {
            throw new UncheckedIOException("The schema " + name + " cannot be read", e);
        }
    }

    /** What is wrong with a whole document; empty when nothing is. */
    public List<Violation> check(Document document) {
        return check(document, WHOLE);
    }

    /** What is wrong with a document that is one part, named as in {@code $defs}; empty when nothing is. */
    public List<Violation> check(Document document, String part) {
        JsonSchema schema = schemas.get(part);
        if (schema == null) {
            throw new IllegalArgumentException("The schema has no part " + part);
        }
        Set<ValidationMessage> messages = schema.validate(document.tree());
        return messages.isEmpty() ? List.of() : new Findings(document, place(part)).of(messages);
    }

    /** What the schema says of the field at a pointer into a part ("" for the whole). */
    public Hint hint(String part, String pointer) {
        return Hint.of(place(part).at(Pointer.segments(pointer)));
    }

    Place place(String part) {
        return Place.of(
                source, part.equals(WHOLE) ? source : source.path("$defs").path(part));
    }
}
