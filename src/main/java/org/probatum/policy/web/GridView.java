package org.probatum.policy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.probatum.policy.Cell;
import org.probatum.policy.Flaw;
import org.probatum.policy.Grid;

/** A table as a page shows it: heads, rules, and what is wrong in place. */
record GridView(String description, String policyWords, List<String> inputs, List<String> outputs, List<Row> rows) {
    /** A rule; wrong says what is wrong with the whole of it. */
    record Row(int number, String annotation, List<Place> inputs, List<Place> outputs, String wrong) {}

    /** A cell; wrong is empty when it is right. */
    record Place(String text, String wrong) {
        /** It holds whatever is asked. */
        public boolean any() {
            return text.equals("–");
        }
    }

    static GridView of(Grid grid, List<Flaw> flaws) {
        List<String> inputs = grid.inputs().stream().map(Grid.Head::label).toList();
        List<String> outputs = grid.outputs().stream().map(Grid.Head::label).toList();
        return new GridView(
                grid.description(),
                grid.policyWords(),
                inputs,
                outputs,
                grid.rules().stream()
                        .map(rule -> new Row(
                                rule.number(),
                                rule.annotation(),
                                places(rule.inputs(), inputs, rule.number(), flaws),
                                places(rule.outputs(), outputs, rule.number(), flaws),
                                wrong(flaws, rule.number(), "")))
                        .toList());
    }

    private static List<Place> places(List<Cell> cells, List<String> labels, int rule, List<Flaw> flaws) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).shown();
            boolean literal = text.matches("\"[^\"]*\"");
            places.add(new Place(
                    literal ? text.substring(1, text.length() - 1) : text.replace("\",\"", "\", \""),
                    wrong(flaws, rule, labels.get(i))));
        }
        return places;
    }

    private static String wrong(List<Flaw> flaws, int rule, String column) {
        return flaws.stream()
                .filter(flaw -> flaw.rule() == rule && flaw.column().equals(column))
                .map(flaw -> flaw.wrong() + " · " + flaw.right())
                .collect(Collectors.joining("; "));
    }
}
