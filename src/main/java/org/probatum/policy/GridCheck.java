package org.probatum.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probatum.gate.Requirement;

/** Checks the cells of a table that has the right columns, then that its rules say one thing for whatever they are asked. */
final class GridCheck {
    private static final int TOLD = 20;

    private final Grid grid;
    private final List<Requirement.Question> requirements;
    private final List<Column> inputs;
    private final List<Flaw> flaws = new ArrayList<>();

    private GridCheck(Grid grid, List<Requirement.Question> requirements) {
        this.grid = grid;
        this.requirements = requirements;
        this.inputs = grid.inputs().stream()
                .map(head -> column(grid.table().inputs(), head))
                .map(column -> column.kind() == Column.Kind.REQUIREMENT
                        ? column.with(requirements.stream()
                                .map(Requirement.Question::id)
                                .toList())
                        : column)
                .toList();
    }

    /** Everything that is wrong, cells first; rules are laid side by side only when each can be read. */
    static List<Flaw> check(Grid grid, List<Requirement.Question> requirements) {
        GridCheck check = new GridCheck(grid, requirements);
        List<List<InputTest>> tests = grid.rules().stream().map(check::rule).toList();
        if (check.flaws.isEmpty()) {
            check.coverage(new Coverage(check.inputs, tests));
        }
        return check.flaws.size() <= TOLD ? check.flaws : check.flaws.subList(0, TOLD);
    }

    /** Every combination that the table can be asked. */
    static Coverage coverage(Grid grid, List<Requirement.Question> requirements) {
        GridCheck check = new GridCheck(grid, requirements);
        return new Coverage(check.inputs, grid.rules().stream().map(check::rule).toList());
    }

    private List<InputTest> rule(Grid.Rule rule) {
        List<InputTest> tests =
                IntStream.range(0, inputs.size()).mapToObj(i -> input(rule, i)).toList();
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < grid.outputs().size(); i++) {
            Grid.Head head = grid.outputs().get(i);
            Cell cell = rule.outputs().get(i);
            Optional<OutputValue.Wrong> wrong =
                    OutputValue.check(column(grid.table().outputs(), head), cell.text());
            wrong.ifPresent(w -> flaw(rule, head, cell, w.wrong(), w.right()));
            if (wrong.isEmpty()) {
                said.put(head.name(), OutputValue.plain(cell.text()));
            }
        }
        together(rule, said);
        return tests;
    }

    private InputTest input(Grid.Rule rule, int i) {
        Column column = inputs.get(i);
        Cell cell = rule.inputs().get(i);
        Optional<InputTest> test = InputTest.read(column, cell.text());
        if (test.isEmpty()) {
            flaw(
                    rule,
                    grid.inputs().get(i),
                    cell,
                    "this is no test of the kind that tables may use",
                    column.kind() == Column.Kind.TAGS ? InputTest.TAGS_FORM : InputTest.WORDS_FORM);
            return new InputTest.Any();
        }
        if (column.kind() != Column.Kind.TAGS) {
            List<String> unknown = test.get().named().stream()
                    .filter(word -> !column.words().contains(word))
                    .toList();
            if (!unknown.isEmpty()) {
                flaw(
                        rule,
                        grid.inputs().get(i),
                        cell,
                        "\"" + String.join("\", \"", unknown) + "\" is no value of " + column.name(),
                        "one of \"" + String.join("\", \"", column.words()) + "\"");
            }
        }
        return test.get();
    }

    /** What several cells of a rule say together. */
    private void together(Grid.Rule rule, Map<String, String> said) {
        if (grid.table() == Table.GATE_TERMS && said.containsKey("workingDays") && said.containsKey("reminderDays")) {
            int days = Integer.parseInt(said.get("workingDays"));
            if (Integer.parseInt(said.get("reminderDays")) >= days) {
                at(
                        rule,
                        "reminderDays",
                        "the reminder would not come after the gate opens",
                        "less than the " + days + " working days");
            }
        }
        if (grid.table() == Table.INTAKE_BOUNDARY
                && "DECLINED".equals(said.get("ruling"))
                && String.valueOf(said.get("whereToGo")).isBlank()) {
            at(rule, "whereToGo", "it declines and says nothing", "where to go instead, in a sentence");
        }
    }

    private void coverage(Coverage coverage) {
        coverage.each((combination, holding) -> {
            if (flaws.size() >= TOLD) {
                return;
            }
            if (holding.isEmpty()) {
                flaws.add(Flaw.of(
                        grid.table(),
                        "no rule holds for " + Coverage.words(combination),
                        grid.first() ? "at least one rule for every combination" : "exactly one rule for it",
                        null));
            } else if (!grid.first() && holding.size() > 1) {
                flaws.add(new Flaw(
                        grid.table(),
                        holding.get(1),
                        "",
                        "",
                        "rules " + holding.stream().map(String::valueOf).collect(Collectors.joining(" and "))
                                + " hold for " + Coverage.words(combination),
                        "one of them alone, or the hit policy FIRST",
                        null));
            } else {
                locked(combination, grid.rules().get(holding.get(0) - 1));
            }
        });
    }

    /** A requirement that nobody may waive is not waived by policy either. */
    private void locked(Map<String, Object> combination, Grid.Rule rule) {
        if (grid.table() != Table.REQUIREMENT_POLICY) {
            return;
        }
        boolean waivable = requirements.stream()
                .filter(asked -> asked.id().equals(combination.get("requirement")))
                .anyMatch(Requirement.Question::waivable);
        boolean told = flaws.stream().anyMatch(flaw -> flaw.rule() == rule.number());
        if (!waivable
                && !told
                && !OutputValue.plain(rule.outputs().get(0).text()).equals("REQUIRED")) {
            at(
                    rule,
                    "binding",
                    combination.get("requirement") + " may not be waived, so it is always required",
                    "\"REQUIRED\", or a rule for other requirements only");
        }
    }

    private void at(Grid.Rule rule, String output, String wrong, String right) {
        for (int i = 0; i < grid.outputs().size(); i++) {
            if (grid.outputs().get(i).name().equals(output)) {
                flaw(rule, grid.outputs().get(i), rule.outputs().get(i), wrong, right);
            }
        }
    }

    private void flaw(Grid.Rule rule, Grid.Head head, Cell cell, String wrong, String right) {
        flaws.add(Flaw.of(grid.table(), cell, rule.number(), head.label(), wrong, right));
    }

    private static Column column(List<Column> columns, Grid.Head head) {
        return columns.stream()
                .filter(column -> column.name().equals(head.name()))
                .findFirst()
                .orElseThrow();
    }
}
