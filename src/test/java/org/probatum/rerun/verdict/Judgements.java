package org.probatum.rerun.verdict;

import static org.probatum.rerun.verdict.Recorded.criterion;
import static org.probatum.rerun.verdict.Recorded.model;

import java.util.List;
import org.probatum.evidence.manifest.Artifact;

/** Judgements as pages are given them. */
public final class Judgements {
    private Judgements() {}

    /** Three runs tested as a group and equivalent; the files differ. */
    public static Judgement tested() {
        return new Recorded()
                .run("0.817", "0.8205", List.of(model()), List.of(new Artifact("<b>.bin", null, 1L)))
                .run("0.816", "0.8125")
                .run("0.818", "0.8185")
                .judged(criterion("0.01", "0.002", null, 3))
                .get(0);
    }

    /** A single run outside its tolerance. */
    public static Judgement outside() {
        return new Recorded()
                .run("0.817", "0.7")
                .judged(criterion("0.01", "0.002", null, 3))
                .get(0);
    }
}
