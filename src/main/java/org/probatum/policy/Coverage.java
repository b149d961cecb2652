package org.probatum.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Every combination of inputs that a table can be asked, and the rules that hold for each. Tags are free words, and a rule
 * can only ask for one to be there: none, each that a rule names, and all of them together stand for every list of tags.
 */
final class Coverage {
    private final List<Column> columns;
    private final List<List<InputTest>> rules;

    /** @param rules each rule's tests, in the order of the columns */
    Coverage(List<Column> columns, List<List<InputTest>> rules) {
        this.columns = columns;
        this.rules = rules;
    }

    /** Gives each combination, by column name, with the numbers of the rules that hold for it. */
    void each(BiConsumer<Map<String, Object>, List<Integer>> told) {
        List<List<Object>> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(values(i));
        }
        int[] at = new int[columns.size()];
        boolean more = true;
        while (more) {
            Map<String, Object> combination = new LinkedHashMap<>();
            for (int i = 0; i < at.length; i++) {
                combination.put(columns.get(i).name(), values.get(i).get(at[i]));
            }
            told.accept(combination, holding(combination));
            more = next(at, values);
        }
    }

    /** A combination as people read it. */
    static String words(Map<String, Object> combination) {
        return combination.entrySet().stream()
                .map(e -> e.getKey() + " "
                        + (e.getValue() instanceof List<?> tags
                                ? tags.isEmpty()
                                        ? "none"
                                        : tags.stream().map(String::valueOf).collect(Collectors.joining(" and "))
                                : e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private List<Integer> holding(Map<String, Object> combination) {
        List<Object> asked = List.copyOf(combination.values());
        List<Integer> holding = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            boolean holds = true;
            for (int i = 0; i < asked.size() && holds; i++) {
                holds = rules.get(rule).get(i).holds(asked.get(i));
            }
            if (holds) {
                holding.add(rule + 1);
            }
        }
        return holding;
    }

    private List<Object> values(int column) {
        if (columns.get(column).kind() != Column.Kind.TAGS) {
            return List.copyOf(columns.get(column).words());
        }
        Set<String> named = new LinkedHashSet<>();
        rules.forEach(tests -> named.addAll(tests.get(column).named()));
        List<Object> lists = new ArrayList<>();
        lists.add(List.of());
        named.forEach(tag -> lists.add(List.of(tag)));
        if (named.size() > 1) {
            lists.add(List.copyOf(named));
        }
        return lists;
    }

    private static boolean next(int[] at, List<List<Object>> values) {
        for (int i = at.length - 1; i >= 0; i--) {
            if (++at[i] < values.get(i).size()) {
                return true;
            }
            at[i] = 0;
        }
        return false;
    }
}
