package org.probatum.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cells that differ between two versions of a table. Rules are paired by their ids where both have them, so that a rule
 * put in between does not make all those below it look changed.
 */
public final class Difference {
    /** How a rule changed. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /** A changed cell: the column's label, and what it said and says. */
    public record CellChange(String column, String was, String is) {}

    /** A changed rule: its number before and after, 0 where it is not there. */
    public record RuleChange(Change change, int before, int after, String annotation, List<CellChange> cells) {}

    private Difference() {}

    /** From an older to a newer version; empty when they say the same in the same order. */
    public static List<RuleChange> between(Grid older, Grid newer) {
        Map<String, Grid.Rule> before = byId(older);
        Map<String, Grid.Rule> after = byId(newer);
        List<RuleChange> changes = new ArrayList<>();
        List<String> kept = before.keySet().stream().filter(after::containsKey).toList();
        List<String> reordered =
                after.keySet().stream().filter(before::containsKey).toList();
        for (Map.Entry<String, Grid.Rule> entry : after.entrySet()) {
            Grid.Rule now = entry.getValue();
            Grid.Rule then = before.get(entry.getKey());
            if (then == null) {
                changes.add(new RuleChange(Change.ADDED, 0, now.number(), now.annotation(), cells(newer, null, now)));
                continue;
            }
            Map<String, String> was = said(older, then);
            Map<String, String> is = said(newer, now);
            List<CellChange> cells = changed(was, is);
            if (!cells.isEmpty()) {
                changes.add(new RuleChange(Change.CHANGED, then.number(), now.number(), now.annotation(), cells));
            } else if (kept.indexOf(entry.getKey()) != reordered.indexOf(entry.getKey())) {
                changes.add(new RuleChange(Change.MOVED, then.number(), now.number(), now.annotation(), List.of()));
            }
        }
        before.forEach((id, then) -> {
            if (!after.containsKey(id)) {
                changes.add(
                        new RuleChange(Change.REMOVED, then.number(), 0, then.annotation(), cells(older, then, null)));
            }
        });
        return changes;
    }

    private static List<CellChange> cells(
            Grid grid,
            Grid.@org.jspecify.annotations.Nullable Rule then,
            Grid.@org.jspecify.annotations.Nullable Rule now) {
        Map<String, String> was = then == null ? Map.of() : said(grid, then);
        Map<String, String> is = now == null ? Map.of() : said(grid, now);
        return changed(was, is);
    }

    private static List<CellChange> changed(Map<String, String> was, Map<String, String> is) {
        Set<String> columns = new LinkedHashSet<>(was.keySet());
        columns.addAll(is.keySet());
        return columns.stream()
                .filter(column -> !was.getOrDefault(column, "").equals(is.getOrDefault(column, "")))
                .map(column -> new CellChange(column, was.getOrDefault(column, ""), is.getOrDefault(column, "")))
                .toList();
    }

    private static Map<String, Grid.Rule> byId(Grid grid) {
        Map<String, Grid.Rule> rules = new LinkedHashMap<>();
        grid.rules().forEach(rule -> rules.putIfAbsent(rule.id().isEmpty() ? "#" + rule.number() : rule.id(), rule));
        return rules;
    }

    private static Map<String, String> said(Grid grid, Grid.Rule rule) {
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < grid.inputs().size(); i++) {
            said.put(grid.inputs().get(i).label(), rule.inputs().get(i).shown());
        }
        for (int i = 0; i < grid.outputs().size(); i++) {
            said.put(grid.outputs().get(i).label(), rule.outputs().get(i).shown());
        }
        return said;
    }
}
