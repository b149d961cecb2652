package org.probatum.evidence.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.comparison.FiledComparison;
import org.probatum.evidence.comparison.Filing;
import org.probatum.evidence.comparison.Mismatch;
import org.probatum.evidence.comparison.Named;
import org.probatum.evidence.comparison.Superiority;
import org.probatum.evidence.comparison.Trait;

/**
 * A comparison as programs read it: computed from the runs as they are, beside what is on record.
 *
 * @param comparable nothing keeps the numbers from being compared, or its author named it
 */
record ComparisonAnswer(
        Criterion criterion,
        boolean comparable,
        List<Differing> differences,
        List<Filing.Measured> measured,
        List<Filing.Gained> gained,
        List<Verdict> verdicts,
        @Nullable OnRecord record) {

    /** In what the compared runs differ, which of them, and what the author says of it. */
    record Differing(Trait covers, String runs, @Nullable String words) {
        static Differing of(Mismatch mismatch) {
            return new Differing(mismatch.trait(), mismatch.runs(), mismatch.named());
        }
    }

    /** Whether an option is better than the status quo by the margin, why, and what would show it. */
    record Verdict(String option, String verdict, String because, String wouldShow) {
        static Verdict of(String option, Superiority found) {
            String name = found.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
            return new Verdict(option, name.toUpperCase(java.util.Locale.ROOT), found.words(), found.remedy());
        }
    }

    /** What was filed: still about today's runs or outdated, and whether computing it again gives the same. */
    record OnRecord(
            Instant filedAt,
            String digest,
            boolean current,
            boolean reproduced,
            List<Named> differences,
            List<Filing.Cited> runs) {
        static @Nullable OnRecord of(Comparisons.Judged judged) {
            FiledComparison filed = judged.filed();
            return filed == null
                    ? null
                    : new OnRecord(
                            filed.filedAt(),
                            filed.digest(),
                            judged.current(),
                            judged.holds(),
                            filed.filing().named(),
                            filed.filing().runs());
        }
    }

    static ComparisonAnswer of(Comparisons.Judged judged) {
        Filing today = Filing.of(judged.comparison(), List.of());
        return new ComparisonAnswer(
                judged.comparison().criterion(),
                judged.comparison().unnamed().isEmpty(),
                judged.comparison().mismatches().stream().map(Differing::of).toList(),
                today.measured(),
                today.gained(),
                judged.verdicts().entrySet().stream()
                        .map(entry -> Verdict.of(entry.getKey(), entry.getValue()))
                        .toList(),
                OnRecord.of(judged));
    }
}
