package org.probatum.policy;

import java.util.List;

/**
 * A decision table as people read it.
 *
 * @param first the first rule that holds decides; else exactly one may hold
 */
public record Grid(
        Table table, String description, boolean first, List<Head> inputs, List<Head> outputs, List<Rule> rules) {
    /** A column's head: the name programs use, and the label people read. */
    public record Head(String name, String label, int line) {}

    /** A rule, numbered from 1, and why it is there. */
    public record Rule(int number, String id, String annotation, List<Cell> inputs, List<Cell> outputs) {}

    /** What the hit policy means. */
    public String policyWords() {
        return first ? "The first rule that holds decides." : "Exactly one rule holds for every combination.";
    }
}
