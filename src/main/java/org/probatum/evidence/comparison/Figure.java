package org.probatum.evidence.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as sentences and tables write them: four digits that count, an exponent only for what is vast or tiny, a minus that is one. */
public final class Figure {
    private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_UP);
    private static final MathContext TWO = new MathContext(2, RoundingMode.HALF_UP);
    private static final MathContext KEPT = new MathContext(12, RoundingMode.HALF_EVEN);
    private static final double VAST = 1e12;
    private static final double TINY = 1e-9;
    private static final double LEAST = 0.0001;

    private Figure() {}

    /** A measured or computed number. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "∞" : value < 0 ? "−∞" : "no number";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        if (Math.abs(value) >= VAST || value != 0 && Math.abs(value) < TINY) {
            return exact.round(FOUR).stripTrailingZeros().toString().replace('-', '−');
        }
        return minus(
                exact.precision() - exact.scale() > FOUR.getPrecision()
                        ? exact.setScale(0, RoundingMode.HALF_UP)
                        : exact.round(FOUR));
    }

    /** The same with its sign, even when that is a plus. */
    public static String signed(double value) {
        return value > 0 ? "+" + of(value) : of(value);
    }

    /** A probability: two digits that count, as far as they mean anything. */
    public static String probability(double p) {
        return p < LEAST ? "< 0.0001" : minus(BigDecimal.valueOf(p).round(TWO));
    }

    /** "0.012 to 0.034". */
    public static String of(Band band) {
        return of(band.low()) + " to " + of(band.high());
    }

    /** As kept and digested: twelve digits that count, so that the last bit of a computation does not matter. */
    static double kept(double value) {
        return BigDecimal.valueOf(value).round(KEPT).doubleValue();
    }

    private static String minus(BigDecimal number) {
        return number.signum() == 0
                ? "0"
                : number.stripTrailingZeros().toPlainString().replace('-', '−');
    }
}
