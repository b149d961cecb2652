package org.probatum.evidence.lineage;

/**
 * One thing that runs rest on.
 *
 * @param value its digest, commit, address or reference, as the table of sources has it
 * @param label what people call it
 */
public record Subject(SourceKind kind, String value, String label) {
    private static final int SHOWN = 80;

    /** In a sentence: "dataset applications 2026q1 (sha256:…)". */
    public String words() {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return kind.word() + " " + (label.isEmpty() || label.equals(value) ? shown : label + " (" + shown + ")");
    }

    /** The same thing, whatever it is called. */
    public boolean isSame(Subject other) {
        return kind == other.kind && value.equals(other.value);
    }
}
