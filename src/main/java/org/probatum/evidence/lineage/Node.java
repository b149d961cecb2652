package org.probatum.evidence.lineage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a decision's graph.
 *
 * @param label what it is called
 * @param detail what tells it from others: a digest, a sentence, the names in a group
 * @param members how many it stands for; 1 unless it is a group that can be opened by its id
 * @param subject what others can be asked about it; null for what is this decision's own
 * @param declared only said, and told from others by no digest
 * @param marks what disturbs it, each a word and a sentence; empty when nothing does
 */
public record Node(
        String id,
        Kind kind,
        String label,
        String detail,
        int members,
        @Nullable Subject subject,
        boolean declared,
        List<Mark> marks) {
    /** What it is, left to right. */
    public enum Kind {
        DECISION("Decision", 0),
        CLAIM("Claim", 1),
        COMPARISON("Comparison", 2),
        RUN("Run", 3),
        DOCUMENT("Document", 3),
        DATASET("Dataset", 4),
        COMMIT("Commit", 4),
        ARTIFACT("Artifact", 4),
        ORIGIN("Run it continues", 4);

        private final String title;
        private final int layer;

        Kind(String title, int layer) {
            this.title = title;
            this.layer = layer;
        }

        public String title() {
            return title;
        }

        /** Which column it stands in. */
        public int layer() {
            return layer;
        }

        static Kind of(SourceKind kind) {
            return kind == SourceKind.RUN ? ORIGIN : valueOf(kind.name());
        }
    }

    /** Something that disturbs it, or did: the word shown with it, and the whole sentence. */
    public record Mark(String word, String sentence, boolean stands) {}

    /** Something disturbs it now. */
    public boolean isDisturbed() {
        return marks.stream().anyMatch(Mark::stands);
    }

    /** It stands for several. */
    public boolean isGroup() {
        return members > 1;
    }
}
