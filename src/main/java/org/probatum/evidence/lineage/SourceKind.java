package org.probatum.evidence.lineage;

import java.util.Locale;

/** What a run can rest on. */
public enum SourceKind {
    DATASET("Dataset"),
    COMMIT("Commit"),
    ARTIFACT("Artifact"),
    RUN("Run");

    private final String title;

    SourceKind(String title) {
        this.title = title;
    }

    /** What pages call it. */
    public String title() {
        return title;
    }

    /** Within a sentence. */
    public String word() {
        return title.toLowerCase(Locale.ROOT);
    }
}
