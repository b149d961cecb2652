package org.probatum.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the heads of a table's columns: those it has to have, in any order, each of the right type. */
final class Heads {
    private final Table table;
    private final List<Flaw> flaws;

    Heads(Table table, List<Flaw> flaws) {
        this.table = table;
        this.flaws = flaws;
    }

    void check(XmlPart grid, List<Grid.Head> inputs, List<Grid.Head> outputs) {
        columns("input", table.inputs(), inputs, grid.line);
        columns("output", table.outputs(), outputs, grid.line);
        for (XmlPart input : grid.parts("input")) {
            XmlPart asked = input.part("inputExpression").orElse(input);
            String name = asked.cell().text().strip();
            types(table.inputs(), name, asked);
            String variable = input.attribute("{http://camunda.org/schema/1.0/dmn}inputVariable");
            if (!variable.isEmpty() && !variable.equals(name)) {
                flaws.add(at(name, variable, "its input variable is \"" + variable + "\"", "\"" + name + "\"", input));
            }
            input.part("inputValues").ifPresent(values -> allowed(table.inputs(), name, values));
        }
        for (XmlPart output : grid.parts("output")) {
            types(table.outputs(), output.attribute("name"), output);
            output.part("outputValues").ifPresent(values -> allowed(table.outputs(), output.attribute("name"), values));
        }
    }

    private void columns(String kind, List<Column> wanted, List<Grid.Head> found, int line) {
        List<String> names = wanted.stream().map(Column::name).toList();
        for (Grid.Head head : found) {
            if (!names.contains(head.name())) {
                flaws.add(new Flaw(
                        table,
                        0,
                        head.label(),
                        head.name(),
                        "there is no such " + kind,
                        "one of " + String.join(", ", names),
                        head.line()));
            } else if (found.stream().filter(h -> h.name().equals(head.name())).count() > 1) {
                flaws.add(new Flaw(table, 0, head.label(), "", "it is there twice", "one column each", head.line()));
            }
        }
        for (String name : names) {
            if (found.stream().noneMatch(head -> head.name().equals(name))) {
                flaws.add(new Flaw(table, 0, name, "", "this " + kind + " is missing", "a column for it", line));
            }
        }
    }

    private void types(List<Column> wanted, String name, XmlPart part) {
        wanted.stream().filter(column -> column.name().equals(name)).forEach(column -> {
            String type = part.attribute("typeRef");
            if (!column.type().isEmpty() && !type.equals(column.type())) {
                flaws.add(at(
                        name,
                        type,
                        type.isEmpty() ? "its type is missing" : "its type is " + type,
                        "the type " + column.type(),
                        part));
            } else if (column.type().isEmpty() && !Set.of("", "Any", "string").contains(type)) {
                flaws.add(at(name, type, "its type is " + type, "no type: it is a list of words", part));
            }
        });
    }

    /** A list of allowed values, where a table gives one, has to be the list that is. */
    private void allowed(List<Column> wanted, String name, XmlPart values) {
        wanted.stream()
                .filter(column -> column.name().equals(name) && column.kind() == Column.Kind.WORD)
                .forEach(column -> {
                    String text = values.cell().text();
                    Set<String> said = Arrays.stream(text.split(",", -1))
                            .map(word -> word.strip().replaceAll("^\"|\"$", ""))
                            .collect(Collectors.toSet());
                    if (!said.equals(Set.copyOf(column.words()))) {
                        flaws.add(at(
                                name,
                                text,
                                "its allowed values are not those of " + name,
                                column.words().stream()
                                        .map(w -> "\"" + w + "\"")
                                        .collect(Collectors.joining(",")),
                                values));
                    }
                });
    }

    private Flaw at(String column, String text, String wrong, String right, XmlPart part) {
        return new Flaw(table, 0, column, text, wrong, right, part.line);
    }
}
