package org.probatum.shared.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A form field, or a group or list of fields, by the place in the schema that its name points to. */
final class FormField {
    final String name;
    final Place place;
    /** What was typed; null for a group or a list. */
    @Nullable
    String typed;

    private final Map<String, FormField> children = new LinkedHashMap<>();
    private final Map<Integer, FormField> rows = new TreeMap<>();

    FormField(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    boolean isList() {
        return place.type().equals("array");
    }

    boolean hasParts() {
        return !children.isEmpty() || !rows.isEmpty();
    }

    FormField part(String segment) {
        return children.computeIfAbsent(segment, this::newPart);
    }

    FormField row(int index) {
        return rows.computeIfAbsent(index, row -> newPart(row.toString()));
    }

    Map<String, FormField> parts() {
        return children;
    }

    /** The rows that have something in them, in their order on the page. */
    Collection<FormField> rows() {
        return rows.values();
    }

    /** The part that a segment of a document's pointer stands for: rows count without those left blank. */
    @Nullable
    FormField find(String segment) {
        if (!isList()) {
            return children.get(segment);
        }
        List<FormField> filled = List.copyOf(rows.values());
        boolean isIndex = segment.matches("[0-9]{1,3}") && Integer.parseInt(segment) < filled.size();
        return isIndex ? filled.get(Integer.parseInt(segment)) : null;
    }

    private FormField newPart(String segment) {
        return new FormField(Pointer.append(name, segment), place.child(segment));
    }
}
