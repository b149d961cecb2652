package org.probatum.boot;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.Parts;
import org.probatum.evidence.comparison.Trait;

/** One line of {@code demo/decisions/index.yaml}: whose decision it is, when it was filed, and how far it has come. */
@JsonIgnoreProperties(ignoreUnknown = false)
record DemoStory(
        String file,
        String author,
        String stage,
        int daysAgo,
        String reviewComment,
        @Nullable Gate gate,
        List<Assessment> tradeOffs,
        List<String> runs,
        @Nullable Accepted acceptance,
        List<Difference> differences,
        @Nullable Argued waiver) {

    private static final String HANDED_IN = "HANDED_IN_REVIEW";

    DemoStory {
        tradeOffs = Parts.listOf(tradeOffs);
        runs = Parts.listOf(runs);
        differences = Parts.listOf(differences);
    }

    /** What a competent reviewer said of an option. */
    record Assessment(String option, Dimension dimension, int rating, String reason) {}

    /** A risk its owner accepted, for so many days from filing the acceptance. */
    record Accepted(String risk, String reason, int expires) {}

    /** A difference between the runs compared on a criterion, as the author names it. */
    record Difference(String criterion, Trait covers, String words) {}

    /** A shortfall at the options gate that somebody entitled to waived, for so many days. */
    record Argued(String requirement, String reason, int expires) {}

    /** The same story as far as its verification is handed in, and its runs are run again. */
    DemoStory handedIn() {
        return new DemoStory(
                file,
                author,
                HANDED_IN,
                daysAgo,
                reviewComment,
                Gate.VERIFICATION,
                tradeOffs,
                runs,
                null,
                differences,
                waiver);
    }

    boolean isHandedIn() {
        return stage.equals(HANDED_IN);
    }

    /** The last gate the story comes to, and whether it waits there, is decided there, or is only worked towards. */
    boolean reaches(Gate wanted) {
        return wanted.compareTo(last()) <= 0;
    }

    /** The gate was passed. */
    boolean passes(Gate wanted) {
        return stage.equals("PUBLISHED") || wanted.compareTo(last()) < 0;
    }

    private Gate last() {
        if (gate != null) {
            return gate;
        }
        String name = stage.replace("_REVIEW", "").replace("SCOPING", "SCOPE").replace("PUBLISHED", "PUBLICATION");
        return Gate.valueOf(name);
    }

    /** The stage's work was handed in at the gate. */
    boolean submits(Gate wanted) {
        return passes(wanted)
                || wanted == last()
                        && (stage.endsWith("_REVIEW") || stage.equals("REJECTED") || stage.equals("SENT_BACK"));
    }
}
