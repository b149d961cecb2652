package org.probatum.evidence.comparison;

/** Gains in words. */
final class Gains {
    private Gains() {}

    /** "better by 0.032 (95 % interval 0.028 to 0.036)". */
    static String words(Contrast contrast) {
        double improvement = contrast.improvement();
        String by = improvement == 0
                ? "no different"
                : (improvement > 0 ? "better by " : "worse by ") + Figure.of(Math.abs(improvement));
        return contrast.interval()
                .map(gain -> by + " (95 % interval of the gain " + Figure.of(gain) + ")")
                .orElse(by);
    }

    /** "= 0.012", "< 0.0001". */
    static String p(double p) {
        String written = Figure.probability(p);
        return written.startsWith("<") ? written : "= " + written;
    }

    /** "1 more run", "3 more runs". */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
