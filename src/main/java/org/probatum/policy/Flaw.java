package org.probatum.policy;

import org.jspecify.annotations.Nullable;
import org.probatum.shared.Violation;

/**
 * One thing that is wrong with a table, and where.
 *
 * @param rule which rule, counted from 1; 0 when it is about no one rule
 * @param column the column's label; empty when it is about no one column
 * @param text the offending text; empty when something is missing
 * @param line where in the XML, when that is known
 */
public record Flaw(
        Table table,
        int rule,
        String column,
        String text,
        String wrong,
        String right,
        @Nullable Integer line) {

    static Flaw of(Table table, String wrong, String right, @Nullable Integer line) {
        return new Flaw(table, 0, "", "", wrong, right, line);
    }

    static Flaw of(Table table, Cell cell, int rule, String column, String wrong, String right) {
        return new Flaw(table, rule, column, cell.text(), wrong, right, cell.line());
    }

    /** The place as people read it: "Gate terms, rule 3, Working days". */
    public String place() {
        return table.title() + (rule == 0 ? "" : ", rule " + rule) + (column.isEmpty() ? "" : ", " + column);
    }

    /** The same as a refusal carries it. */
    public Violation violation() {
        String pointer = (rule == 0 ? "" : "/rules/" + rule)
                + (column.isEmpty() ? "" : "/" + column.replace("~", "~0").replace("/", "~1"));
        String said = text.isEmpty() ? "" : " (it says " + shortened(text) + ")";
        return new Violation(pointer, place() + ": " + wrong + said, right, line, null);
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("\\s+", " ").strip();
        return plain.length() > 120 ? plain.substring(0, 120) + "…" : plain;
    }
}
