package org.probatum.rerun.verdict;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.Verdict;
import org.probatum.rerun.verdict.Measure.Standing;

/**
 * A verdict with everything that it rests on. It is kept as it is, as JSON: whoever reads it later needs nothing else to
 * follow it.
 *
 * @param because why, in sentences a person can read
 * @param remedy what to do about it; empty for a pass
 * @param bits whether the files are the same; null where there was nothing to compare
 * @param measures each metric that decides
 */
public record Judgement(
        String reference,
        Verdict verdict,
        String because,
        String remedy,
        @Nullable Bits bits,
        List<Measure> measures) {
    public Judgement {
        measures = List.copyOf(measures);
    }

    /** Said of a run before anything could be measured. */
    static Judgement of(String reference, Verdict verdict, String because, String remedy) {
        return new Judgement(reference, verdict, because, remedy, null, List.of());
    }

    /** Said of what was measured. */
    static Judgement of(String reference, Bits bits, List<Measure> measures) {
        Verdict verdict = verdict(bits, measures);
        if (measures.isEmpty() && verdict == Verdict.INCONCLUSIVE) {
            return new Judgement(
                    reference,
                    verdict,
                    bits.words() + " It measures nothing that decides.",
                    "Cite runs that measure a criterion's metric.",
                    bits,
                    measures);
        }
        Stream<String> told = measures.stream()
                .filter(measure -> verdict == Verdict.STATISTICAL || measure.standing() != Standing.WITHIN)
                .map(Measure::words);
        String because = verdict == Verdict.BITWISE
                ? bits.words()
                : Stream.concat(told, Stream.of(bits.words())).collect(Collectors.joining(" "));
        String remedy = verdict.passes()
                ? ""
                : measures.stream()
                        .map(Measure::remedy)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" "));
        return new Judgement(reference, verdict, because, remedy, bits, measures);
    }

    private static Verdict verdict(Bits bits, List<Measure> measures) {
        if (bits.equal() && measures.stream().allMatch(Measure::equal)) {
            return Verdict.BITWISE;
        }
        if (measures.stream()
                .anyMatch(one -> one.standing() == Standing.OUTSIDE || one.standing() == Standing.MISSING)) {
            return Verdict.NOT_REPRODUCED;
        }
        return measures.isEmpty() || measures.stream().anyMatch(one -> one.standing() == Standing.UNTOLD)
                ? Verdict.INCONCLUSIVE
                : Verdict.STATISTICAL;
    }

    /** The graver of two on the same run: what fails under one option does not pass for passing under another. */
    Judgement graver(Judgement other) {
        return gravity(other.verdict) > gravity(verdict) ? other : this;
    }

    private static int gravity(Verdict verdict) {
        return switch (verdict) {
            case BITWISE -> 0;
            case STATISTICAL -> 1;
            case INCONCLUSIVE -> 2;
            case NOT_REPRODUCED -> 3;
        };
    }
}
