package org.probatum.evidence.web;

import org.probatum.evidence.comparison.Superiority;

/** What was found of an option, as a tag: its look, its mark and a few words. */
public record VerdictTag(String look, String words) {
    public static VerdictTag of(Superiority verdict) {
        if (verdict instanceof Superiority.Superior) {
            return new VerdictTag("good", "✓ beats the margin");
        } else if (verdict instanceof Superiority.NotShown) {
            return new VerdictTag("warn", "◐ not shown");
        } else if (verdict instanceof Superiority.Inferior) {
            return new VerdictTag("bad", "✕ worse");
        }
        return verdict instanceof Superiority.Inconclusive
                ? new VerdictTag("warn", "◐ too few runs")
                : new VerdictTag("bad", "✕ not comparable");
    }
}
