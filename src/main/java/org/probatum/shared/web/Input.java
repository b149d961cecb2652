package org.probatum.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.document.Document;
import org.probatum.shared.document.DocumentReader;
import org.probatum.shared.document.FormTree;
import org.probatum.shared.document.Format;
import org.probatum.shared.document.SchemaCheck;

/** Reads what people and programs send, JSON, YAML or form, by one schema each: everything wrong is told at once. */
@ApplicationScoped
public class Input {
    /** The media types a document comes in. */
    public static final String YAML = "application/yaml";

    private static final DocumentReader READER = new DocumentReader();

    private final Map<String, SchemaCheck> schemas = new ConcurrentHashMap<>();

    /**
     * The document a body holds, checked and bound.
     *
     * @param schema the resource's name, such as {@code decision-1}
     * @param part one of its {@code $defs}, or empty for the whole
     */
    public <T> T read(byte @Nullable [] body, @Nullable String contentType, String schema, String part, Class<T> type) {
        Document document = READER.read(body == null ? new byte[0] : body, format(contentType));
        require(schema(schema).check(document, part));
        return Json.bind(document.tree(), type);
    }

    /** Reads a document without binding it; violations are returned, not thrown. */
    public List<Violation> check(String text, Format format, String schema) {
        Document document = READER.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), format);
        return schema(schema).check(document);
    }

    /** What a form says, checked and bound; violations name the form's own fields. */
    public <T> T form(MultivaluedMap<String, String> form, String schema, String part, Class<T> type) {
        FormTree tree = FormTree.of(new HashMap<>(form), schema(schema), part);
        List<Violation> found = schema(schema).check(tree.document(), part);
        require(found.stream()
                .map(v -> Violation.at(tree.fieldFor(v.pointer()), v.wrong(), v.right()))
                .toList());
        return Json.bind(tree.document().tree(), type);
    }

    /** The check for a schema among the resources. */
    public SchemaCheck schema(String name) {
        return schemas.computeIfAbsent(name, key -> SchemaCheck.ofResource("schemas/" + key + ".json"));
    }

    private static void require(List<Violation> found) {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }

    private static Format format(@Nullable String contentType) {
        return contentType != null && contentType.contains("yaml") ? Format.YAML : Format.JSON;
    }
}
