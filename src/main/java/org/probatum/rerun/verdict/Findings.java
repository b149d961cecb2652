package org.probatum.rerun.verdict;

import java.math.BigDecimal;
import org.probatum.evidence.comparison.Band;
import org.probatum.evidence.comparison.Figure;

/** What is found of a metric, as sentences. */
final class Findings {
    static final String REPAIR =
            "Find out what differs from what was recorded, attach the corrected run under another name, and cite that.";

    private Findings() {}

    static String equivalent(String metric, Tost test) {
        return metric + " is equivalent within ± " + Figure.of(test.margin()) + ": " + means(test) + ", p "
                + p(test.p()) + ".";
    }

    static String apart(String metric, Tost test) {
        return metric + " is not equivalent within ± " + Figure.of(test.margin()) + ": the means differ by "
                + Figure.of(Math.abs(test.difference())) + ", " + means(test) + ".";
    }

    static String undecided(String metric, Tost test) {
        return metric + " is not shown to be equivalent within ± " + Figure.of(test.margin()) + ": " + means(test)
                + ", p " + p(test.p()) + ", which is more than " + Figure.of(test.alpha()) + ".";
    }

    static String moreRuns(Tost test) {
        return test.needs() == null
                ? "The means differ by as much as the margin; more runs would hardly tell. Find out what differs."
                : "About " + test.needs()
                        + " runs a side would show it, if difference and spread stay as they are: cite and re-run more"
                        + " runs with other seeds.";
    }

    static String near(String metric, BigDecimal recorded, BigDecimal again, BigDecimal difference, Bound bound) {
        return difference.signum() == 0
                ? metric + " is " + exact(again) + " as recorded."
                : metric + " is " + exact(again) + " where " + exact(recorded) + " was recorded: a difference of "
                        + signed(difference) + ", within " + bound.words() + ".";
    }

    static String far(String metric, BigDecimal recorded, BigDecimal again, BigDecimal difference, Bound bound) {
        return metric + " is " + exact(again) + " where " + exact(recorded) + " was recorded: a difference of "
                + signed(difference) + ", beyond " + bound.words() + ".";
    }

    /** Why a run near its own recorded value passes though its group is not shown to be equivalent. */
    static String notForTheSpread(Tost test) {
        return "All runs together are not shown to be equivalent (p " + p(test.p())
                + "), which the spread between seeds accounts for or another run does; this one repeats its own value.";
    }

    private static String means(Tost test) {
        return "mean " + Figure.of(test.rerun().mean()) + " re-run against "
                + Figure.of(test.recorded().mean())
                + " recorded (" + test.rerun().n() + " and " + test.recorded().n()
                + " runs), 90 % interval of the difference " + Figure.of(new Band(test.low(), test.high()));
    }

    /** "= 0.012", "< 0.0001". */
    private static String p(double p) {
        String written = Figure.probability(p);
        return written.startsWith("<") ? written : "= " + written;
    }

    /** As many digits as were written, as far as anybody reads them. */
    private static String exact(BigDecimal value) {
        return value.precision() <= 8 && Math.abs(value.scale()) <= 8
                ? value.toPlainString().replace('-', '−')
                : Figure.of(value.doubleValue());
    }

    private static String signed(BigDecimal difference) {
        return Figure.signed(difference.doubleValue());
    }
}
