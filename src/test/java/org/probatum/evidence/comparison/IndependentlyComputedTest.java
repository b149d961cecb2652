package org.probatum.evidence.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics beside the same computed another way, and what has to be true of them whatever the numbers. */
class IndependentlyComputedTest {
    private static final int STEPS = 20_000;
    private static final double RIGHT_ANGLE = Math.PI / 2;

    private final Random random = new Random(20261125);

    /** The tail by integrating the density: with x = √ν tan θ it is cos^(ν−1) θ, and needs no gamma function. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.37, 2, 3.7, 5, 15.533, 60, 250})
    void tails_are_the_area_under_the_density(double freedom) {
        DoubleUnaryOperator density = angle -> Math.pow(Math.cos(angle), freedom - 1);
        double whole = area(density, -RIGHT_ANGLE, RIGHT_ANGLE);

        for (double t = -6; t <= 6; t += 0.75) {
            double tail = area(density, Math.atan(t / Math.sqrt(freedom)), RIGHT_ANGLE) / whole;

            assertThat(Student.above(t, freedom)).as("t = %s", t).isCloseTo(tail, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.37, 2, 7.25, 33, 400})
    void quantiles_leave_the_tails_they_promise(double freedom) {
        for (double level : List.of(0.5, 0.9, 0.95, 0.975, 0.999)) {
            assertThat(2 * Student.above(Student.within(level, freedom), freedom))
                    .isCloseTo(1 - level, within(1e-9));
        }
    }

    /** All 12,870 ways to deal sixteen values to two groups: as many lie as far apart as p says, but for the approximation. */
    @Test
    void p_is_near_the_share_of_permutations_that_lie_as_far_apart() {
        for (double shift : List.of(0.0, 0.5, 1.0)) {
            double[] all = random.doubles(16).toArray();
            for (int i = 0; i < 8; i++) {
                all[i] += shift * 0.4;
            }
            double seen = Math.abs(gap(all, 0xff));
            int far = 0;
            int ways = 0;
            for (int chosen = 0; chosen < 1 << 16; chosen++) {
                if (Integer.bitCount(chosen) == 8) {
                    ways++;
                    far += Math.abs(gap(all, chosen)) >= seen - 1e-12 ? 1 : 0;
                }
            }
            Welch test = Welch.of(sample(Arrays.copyOf(all, 8)), sample(Arrays.copyOfRange(all, 8, 16)));

            assertThat(ways).isEqualTo(12_870);
            assertThat(test.none()).isCloseTo((double) far / ways, within(0.02));
        }
    }

    /** Where the gain is exactly the margin, one in forty is called superior, whatever the spreads and sizes. */
    @Test
    void errs_as_often_as_it_says() {
        int trials = 6000;
        int wrong = 0;
        for (int i = 0; i < trials; i++) {
            Sample better = gauss(5, 0.02 + 0.8, 0.004);
            Sample base = gauss(7, 0.8, 0.012);
            wrong += Welch.of(better, base).notAbove(0.02) <= Superiority.ALPHA ? 1 : 0;
        }

        assertThat((double) wrong / trials).isCloseTo(Superiority.ALPHA, within(0.008));
    }

    @Test
    void seen_from_the_other_side_everything_changes_its_sign_and_no_more() {
        for (int i = 0; i < 200; i++) {
            Sample a = gauss(2 + random.nextInt(6), 3, 1 + random.nextDouble());
            Sample b = gauss(2 + random.nextInt(6), 3.2, 1 + random.nextDouble());

            Welch there = Welch.of(a, b);
            Welch back = Welch.of(b, a);

            assertThat(back.difference()).isCloseTo(-there.difference(), within(1e-12));
            assertThat(back.statistic(0)).isCloseTo(-there.statistic(0), within(1e-9));
            assertThat(back.freedom()).isCloseTo(there.freedom(), within(1e-9));
            assertThat(back.none()).isCloseTo(there.none(), within(1e-9));
            assertThat(back.notBelow(-0.3)).isCloseTo(there.notAbove(0.3), within(1e-12));
            assertThat(back.interval(0.95).low())
                    .isCloseTo(-there.interval(0.95).high(), within(1e-9));
            assertThat(Effect.of(b, a).g()).isCloseTo(-Effect.of(a, b).g(), within(1e-12));
            assertThat(Equivalence.within(0.5, back).p())
                    .isCloseTo(Equivalence.within(0.5, there).p(), within(1e-12));
        }
    }

    @Test
    void another_unit_or_another_zero_changes_no_judgement() {
        for (int i = 0; i < 200; i++) {
            double[] a = random.doubles(5).toArray();
            double[] b = random.doubles(4).toArray();
            double scale = Math.pow(10, random.nextInt(9) - 4);
            double shift = random.nextInt(20) - 10;

            Welch one = Welch.of(sample(a), sample(b));
            Welch other = Welch.of(sample(moved(a, scale, shift)), sample(moved(b, scale, shift)));

            assertThat(other.difference()).isCloseTo(one.difference() * scale, within(1e-9 * Math.max(1, scale)));
            assertThat(other.notAbove(0.1 * scale)).isCloseTo(one.notAbove(0.1), within(1e-6));
            assertThat(Effect.of(sample(moved(a, scale, 0)), sample(moved(b, scale, 0)))
                            .g())
                    .isCloseTo(Effect.of(sample(a), sample(b)).g(), within(1e-9));
        }
    }

    @Test
    void equivalence_at_five_per_cent_is_the_ninety_per_cent_interval_within_the_margins() {
        int shown = 0;
        for (int i = 0; i < 500; i++) {
            Welch difference = Welch.of(gauss(4, 1, 0.1), gauss(6, 1 + 0.2 * random.nextDouble(), 0.1));
            Band interval = difference.interval(0.9);

            boolean equivalent = Equivalence.within(0.2, difference).shown(0.05);

            assertThat(equivalent).isEqualTo(interval.low() >= -0.2 && interval.high() <= 0.2);
            shown += equivalent ? 1 : 0;
        }
        assertThat(shown).isBetween(50, 450);
    }

    @Test
    void holm_never_lowers_a_p_nor_changes_their_order_and_is_bonferroni_for_the_least() {
        for (int i = 0; i < 200; i++) {
            List<Double> raw = random.doubles(1 + random.nextInt(6)).boxed().toList();

            List<Double> adjusted = Holm.adjusted(raw);

            double least = raw.stream().min(Double::compare).orElseThrow();
            assertThat(adjusted.stream().min(Double::compare).orElseThrow())
                    .isCloseTo(Math.min(1, least * raw.size()), within(1e-12));
            for (int j = 0; j < raw.size(); j++) {
                assertThat(adjusted.get(j)).isBetween(raw.get(j), 1.0);
                for (int k = 0; k < raw.size(); k++) {
                    assertThat(raw.get(j) < raw.get(k) && adjusted.get(j) > adjusted.get(k))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void what_does_not_spread_at_all_is_what_it_is() {
        Welch exact = Welch.of(sample(0.88, 0.88), sample(0.48, 0.48, 0.48));

        assertThat(exact.interval(0.95)).isEqualTo(new Band(exact.difference(), exact.difference()));
        assertThat(List.of(exact.notAbove(0.2), exact.notAbove(0.5), exact.none()))
                .containsExactly(0.0, 1.0, 0.0);
        assertThat(Welch.of(sample(1, 1), sample(1, 1)).none()).isEqualTo(1);
        assertThat(Effect.of(sample(2, 2), sample(1, 1)).words()).startsWith("beyond measure");
    }

    @Test
    void a_spread_on_one_side_alone_is_judged_with_the_degrees_of_freedom_of_that_side() {
        Welch test = Welch.of(sample(1, 2, 3, 4), sample(1, 1, 1, 1, 1));

        assertThat(test.freedom()).isCloseTo(3, within(1e-12));
        assertThat(test.interval(0.95)).isEqualTo(sample(0, 1, 2, 3).interval(0.95));
    }

    @Test
    void tiny_and_vast_values_neither_vanish_nor_overflow() {
        Welch tiny = Welch.of(sample(1e-170, 2e-170, 3e-170), sample(5e-170, 6e-170, 8e-170));
        Welch same = Welch.of(sample(1, 2, 3), sample(5, 6, 8));

        assertThat(tiny.freedom()).isBetween(1.0, 5.0);
        assertThat(Welch.of(sample(1e200, -1e200), sample(1, 2)).isFinite()).isFalse();
        assertThat(same.isFinite()).isTrue();
    }

    @Test
    void a_single_value_and_no_number_are_refused() {
        assertThatThrownBy(() -> Welch.of(sample(1), sample(1, 2))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sample(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sample(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Equivalence.within(-1, Welch.of(sample(1, 2), sample(1, 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Sample gauss(int n, double mean, double deviation) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            values.add(mean + deviation * random.nextGaussian());
        }
        return Sample.of(values);
    }

    private static double gap(double[] all, int chosen) {
        double in = 0;
        double out = 0;
        for (int i = 0; i < all.length; i++) {
            if ((chosen >> i & 1) == 1) {
                in += all[i];
            } else {
                out += all[i];
            }
        }
        return (in - out) / 8;
    }

    private static double[] moved(double[] values, double scale, double shift) {
        return Arrays.stream(values).map(value -> value * scale + shift * scale).toArray();
    }

    private static Sample sample(double... values) {
        return Sample.of(Arrays.stream(values).boxed().toList());
    }

    /** Simpson's rule. */
    private static double area(DoubleUnaryOperator density, double from, double to) {
        double width = (to - from) / STEPS;
        double sum = density.applyAsDouble(from) + density.applyAsDouble(to);
        for (int i = 1; i < STEPS; i++) {
            sum += density.applyAsDouble(from + i * width) * (i % 2 == 0 ? 2 : 4);
        }
        return sum * width / 3;
    }
}
