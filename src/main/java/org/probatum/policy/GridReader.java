package org.probatum.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the DMN of one table into a grid, and tells what a table of ours may not contain. */
final class GridReader {
    private static final int MOST_RULES = 500;

    private final Table table;
    private final List<Flaw> flaws = new ArrayList<>();

    private GridReader(Table table) {
        this.table = table;
    }

    /** What was read, where that was possible, and what is wrong with its frame. */
    record Reading(@Nullable Grid grid, List<Flaw> flaws) {}

    static Reading read(Table table, String dmn) {
        GridReader reader = new GridReader(table);
        try {
            Grid grid = reader.grid(XmlText.read(dmn));
            return new Reading(grid, List.copyOf(reader.flaws));
        } catch (XmlText.Unreadable e) {
            return new Reading(null, List.of(Flaw.of(table, String.valueOf(e.getMessage()), e.right, e.line)));
        }
    }

    private @Nullable Grid grid(XmlPart root) {
        flaws.addAll(AdmittedDmn.check(table, root));
        if (!flaws.isEmpty()) {
            return null;
        }
        List<XmlPart> decisions = root.parts("decision");
        if (decisions.size() != 1 || !decisions.get(0).attribute("id").equals(table.id())) {
            flaws.add(Flaw.of(
                    table,
                    decisions.isEmpty()
                            ? "it contains no decision"
                            : decisions.size() > 1
                                    ? "it contains " + decisions.size() + " decisions"
                                    : "its decision has the id \""
                                            + decisions.get(0).attribute("id") + "\"",
                    "one decision with the id \"" + table.id() + "\"",
                    decisions.isEmpty() ? root.line : decisions.get(decisions.size() - 1).line));
            return null;
        }
        XmlPart decision = decisions.get(0);
        Optional<XmlPart> grid = decision.part("decisionTable");
        if (grid.isEmpty()) {
            flaws.add(Flaw.of(table, "its decision has no table", "a decisionTable", decision.line));
            return null;
        }
        return grid(decision, grid.get());
    }

    private @Nullable Grid grid(XmlPart decision, XmlPart grid) {
        String hits = grid.attributes.getOrDefault("hitPolicy", "UNIQUE");
        if (!hits.equals("UNIQUE") && !hits.equals("FIRST")) {
            flaws.add(Flaw.of(table, "its hit policy is " + hits, "UNIQUE or FIRST", grid.line));
        }
        List<Grid.Head> inputs = new ArrayList<>();
        for (XmlPart input : grid.parts("input")) {
            String name = input.part("inputExpression")
                    .map(e -> e.cell().text().strip())
                    .orElse("");
            inputs.add(new Grid.Head(name, labelled(input, name), input.line));
        }
        List<Grid.Head> outputs = new ArrayList<>();
        for (XmlPart output : grid.parts("output")) {
            String name = output.attribute("name");
            outputs.add(new Grid.Head(name, labelled(output, name), output.line));
        }
        new Heads(table, flaws).check(grid, inputs, outputs);
        List<Grid.Rule> rules = rules(grid, inputs.size(), outputs.size());
        return flaws.isEmpty()
                ? new Grid(table, text(decision, "description"), hits.equals("FIRST"), inputs, outputs, rules)
                : null;
    }

    private List<Grid.Rule> rules(XmlPart grid, int inputs, int outputs) {
        List<XmlPart> parts = grid.parts("rule");
        if (parts.isEmpty() || parts.size() > MOST_RULES) {
            flaws.add(Flaw.of(table, "it has " + parts.size() + " rules", "1 to " + MOST_RULES + " rules", grid.line));
            return List.of();
        }
        List<Grid.Rule> rules = new ArrayList<>();
        for (XmlPart part : parts) {
            int number = rules.size() + 1;
            List<Cell> in = part.parts("inputEntry").stream().map(XmlPart::cell).toList();
            List<Cell> out =
                    part.parts("outputEntry").stream().map(XmlPart::cell).toList();
            if (in.size() != inputs || out.size() != outputs) {
                flaws.add(new Flaw(
                        table,
                        number,
                        "",
                        "",
                        "it has " + in.size() + " input and " + out.size() + " output cells",
                        inputs + " and " + outputs + ", one for each column",
                        part.line));
            }
            rules.add(new Grid.Rule(number, part.attribute("id"), text(part, "description"), in, out));
        }
        return rules;
    }

    private static String labelled(XmlPart column, String name) {
        return column.attribute("label").isBlank() ? name : column.attribute("label");
    }

    private static String text(XmlPart part, String called) {
        return part.part(called).map(p -> p.text.toString().strip()).orElse("");
    }
}
