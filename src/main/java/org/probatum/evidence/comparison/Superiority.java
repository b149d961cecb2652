package org.probatum.evidence.comparison;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether an option is better than the status quo by the sealed margin, and because of what.
 *
 * <p>The gain is the difference of the means, counted in the criterion's direction. The option is <b>superior</b> when the
 * hypothesis "the true gain is at most the margin" is rejected by Welch's test at one-sided α = 0.025, after Holm over all
 * criteria of the decision. For a single criterion that is the same as the lower bound of the two-sided 95 % interval of the
 * gain reaching the margin (superiority by a margin, ICH E9, Statistical Principles for Clinical Trials, 1998, 3.3.2 and
 * 5.5), so that the picture and the judgement agree. It is <b>inferior</b> when the upper bound of that interval lies below
 * zero. Where both options have runs that do not differ among themselves at all, the gain is exact and is held against the
 * margin as it is. Fewer runs than the seeds that were sealed, or than two, judge nothing: one run says nothing of chance.
 */
public sealed interface Superiority {
    /** Two-sided 0.05 split evenly: the level of each one-sided test, and of the family of criteria. */
    double ALPHA = 0.025;

    /** The level of the intervals drawn and written. */
    double LEVEL = 0.95;

    /** What was found, as a clause. */
    String words();

    /** What would show it; empty when nothing is missing. */
    default String remedy() {
        return "";
    }

    /** Better by the margin, beyond chance. */
    record Superior(Contrast contrast, double p) implements Superiority {
        @Override
        public String words() {
            return Gains.words(contrast) + ", clear of the margin " + Figure.of(contrast.margin()) + " (p " + Gains.p(p)
                    + ")";
        }
    }

    /**
     * Neither better by the margin nor worse, beyond chance.
     *
     * @param runs how many runs a side would show it if the gain and the spread stay as they are; null when none would
     */
    record NotShown(Contrast contrast, double p, @Nullable Integer runs) implements Superiority {
        @Override
        public String words() {
            return Gains.words(contrast) + ", not clear of the margin " + Figure.of(contrast.margin()) + " (p "
                    + Gains.p(p) + ")";
        }

        @Override
        public String remedy() {
            return runs == null
                    ? "The gain measured does not exceed the margin; more runs alone will hardly show it."
                    : "About " + runs + " runs a side would show it, if gain and spread stay as they are.";
        }
    }

    /** Worse than the status quo, beyond chance. */
    record Inferior(Contrast contrast) implements Superiority {
        @Override
        public String words() {
            return Gains.words(contrast) + ": worse than the status quo beyond chance";
        }

        @Override
        public String remedy() {
            return "Select another option, or argue why a worse value is right and have it waived.";
        }
    }

    /** Too few runs to tell: each option that lacks some, and how many. */
    record Inconclusive(List<Missing> missing) implements Superiority {
        /** An option with fewer runs than it takes. */
        public record Missing(String option, int has, int needs) {}

        @Override
        public String words() {
            return missing.stream()
                    .map(one -> one.option() + " has " + one.has() + " of " + one.needs() + " runs")
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String remedy() {
            return "Attach and cite, with other seeds, "
                    + missing.stream()
                            .map(one -> Gains.count(one.needs() - one.has(), "more run") + " of " + one.option())
                            .collect(Collectors.joining(" and "))
                    + ".";
        }
    }

    /** Not compared at all, and why. */
    record Refused(String because, String remedy) implements Superiority {
        @Override
        public String words() {
            return because;
        }
    }
}
