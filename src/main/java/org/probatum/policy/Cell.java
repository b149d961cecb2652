package org.probatum.policy;

/** A cell of a table: its text as written, and its line in the XML. */
public record Cell(String text, int line) {
    /** As a page shows it. */
    public String shown() {
        String plain = text.strip();
        return plain.isEmpty() || plain.equals("-") ? "–" : plain;
    }
}
