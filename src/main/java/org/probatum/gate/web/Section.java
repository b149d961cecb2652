package org.probatum.gate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.probatum.shared.web.Field;
import org.probatum.shared.web.Form;

/** A group of fields on an edit page: single ones, or rows of a list with two blank rows at its end. */
record Section(String id, String title, String hint, List<Field> fields, List<Row> rows) {
    private static final int BLANK = 2;

    /** One row of a list; the pointer is what a tick for removal sends, the flaw what it lacks as it is on file. */
    record Row(String title, String pointer, boolean blank, List<Field> fields, String flaw) {}

    /** The same rows, each with what it lacks as it is on file; empty where it lacks nothing. */
    Section marked(List<String> flaws) {
        List<Row> marked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String flaw = i < flaws.size() ? flaws.get(i) : "";
            marked.add(new Row(row.title(), row.pointer(), row.blank(), row.fields(), flaw));
        }
        return new Section(id, title, hint, fields, List.copyOf(marked));
    }

    static Section of(String title, String hint, Field... fields) {
        return new Section(id(title), title, hint, List.of(fields), List.of());
    }

    /** The rows of a list; help stands at the first of them only. */
    static Section rows(
            Form form, String list, String title, String one, String hint, Function<String, List<Field>> fields) {
        int filled = form.rows(list);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < filled + BLANK; i++) {
            String pointer = list + "/" + i;
            List<Field> inRow = fields.apply(pointer);
            rows.add(new Row(
                    one + " " + (i + 1),
                    pointer,
                    i >= filled,
                    i == 0 ? inRow : inRow.stream().map(Field::quiet).toList(),
                    ""));
        }
        return new Section(id(title), title, hint, List.of(), List.copyOf(rows));
    }

    private static String id(String title) {
        return "section-" + title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
