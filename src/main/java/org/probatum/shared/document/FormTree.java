package org.probatum.shared.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * A form whose field names are JSON pointers, as the document it stands for. Blank fields and wholly blank rows are left
 * out; values have the types of the schema, or stay text for the schema check to refuse. Names that do not begin with
 * "/" are not part of it. Of several values of one name the last counts, except for lists, which take the lines of all.
 */
public final class FormTree {
    public static final int MAX_INDEX = 200;
    private static final int MAX_FIELDS = 10_000;

    private final FormField root;
    private final Document document;

    private FormTree(FormField root) {
        this.root = root;
        this.document = Document.of(FormValue.of(root));
    }

    /** Reads a form of one part of a schema ("" for the whole). Throws a 422 for names and characters that cannot be. */
    public static FormTree of(Map<String, List<String>> fields, SchemaCheck schema, String part) {
        if (fields.size() > MAX_FIELDS) {
            throw Problem.tooLarge("The form has more than " + MAX_FIELDS + " fields");
        }
        FormField root = new FormField("", schema.place(part));
        List<Violation> violations = new ArrayList<>();
        fields.forEach((name, values) -> {
            if (name.startsWith("/")) {
                put(root, name, values).ifPresent(violations::add);
            }
        });
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations.subList(0, Math.min(violations.size(), SchemaCheck.MAX_VIOLATIONS)));
        }
        return new FormTree(root);
    }

    public Document document() {
        return document;
    }

    /** The name of the field that a pointer into the document came from, or that would fill it in. */
    public String fieldFor(String pointer) {
        FormField field = root;
        List<String> segments = Pointer.segments(pointer);
        for (int i = 0; i < segments.size(); i++) {
            if (field.typed != null) {
                return field.name;
            }
            FormField part = field.find(segments.get(i));
            if (part == null) {
                String rest = "";
                for (String segment : segments.subList(i, segments.size())) {
                    rest = Pointer.append(rest, segment);
                }
                return field.name + rest;
            }
            field = part;
        }
        return field.name;
    }

    private static Optional<Violation> put(FormField root, String name, List<String> values) {
        List<String> segments = Pointer.segments(name);
        if (segments.size() > TreeBuilder.MAX_DEPTH) {
            return Optional.of(
                    Violation.at(name, "the name is too deep", "at most " + TreeBuilder.MAX_DEPTH + " levels"));
        }
        String typed = typed(values, root.place.at(segments).type().equals("array"));
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> forbidden = Text.forbidden(typed).or(() -> Text.forbidden(name));
        if (forbidden.isPresent()) {
            return Optional.of(Violation.at(name, forbidden.get(), "text without it"));
        }
        FormField field = root;
        for (String segment : segments) {
            field = field.typed == null ? step(field, segment) : null;
            if (field == null) {
                return Optional.of(Violation.at(
                        name,
                        "the name leads nowhere",
                        "rows are numbered from 0 to " + MAX_INDEX + ", within lists only"));
            }
        }
        if (field.hasParts()) {
            return Optional.of(Violation.at(name, "it is given whole and in parts", "either of them"));
        }
        field.typed = typed;
        return Optional.empty();
    }

    private static @Nullable FormField step(FormField field, String segment) {
        if (!field.isList()) {
            return field.part(segment);
        }
        boolean isIndex = segment.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(segment) <= MAX_INDEX;
        return isIndex ? field.row(Integer.parseInt(segment)) : null;
    }

    private static String typed(List<String> values, boolean isList) {
        if (values.isEmpty()) {
            return "";
        }
        String typed = isList ? String.join("\n", values) : values.get(values.size() - 1);
        return Text.unixLines(typed).strip();
    }
}
