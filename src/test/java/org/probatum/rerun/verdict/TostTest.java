package org.probatum.rerun.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers of the equivalence test beside published examples, beside another way to reckon them, and by their properties. */
class TostTest {
    private static final List<Double> FIRST_DRUG = values(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    private static final List<Double> SECOND_DRUG = values(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

    /** Fifteen a side within ± 0.5: Lakens, Improving Your Statistical Inferences, chapter 9, as TOSTER prints it there. */
    @Test
    void finds_what_the_textbook_finds_and_shows_with_more() {
        Tost few = Tost.of(spread(15, 4.87, 1.11), spread(15, 4.55, 1.05), 0.5);
        Tost many = Tost.of(spread(200, 4.87, 1.11), spread(200, 4.55, 1.05), 0.5);

        assertThat(few.difference()).isCloseTo(-0.32, within(1e-9));
        assertThat(few.lowT()).isCloseTo(0.46, within(5e-3));
        assertThat(few.lowP()).isCloseTo(0.33, within(5e-3));
        assertThat(few.highT()).isCloseTo(-2.08, within(5e-3));
        assertThat(few.highP()).isCloseTo(0.02, within(5e-3));
        assertThat(few.low()).isCloseTo(-0.99, within(5e-3));
        assertThat(few.high()).isCloseTo(0.35, within(5e-3));
        assertThat(few.shown()).isFalse();
        assertThat(many.p()).isCloseTo(0.048, within(5e-4));
        assertThat(many.shown()).isTrue();
    }

    /** Student's sleep data (Biometrika 6, 1908) within ± 0.5, as ttest_ind of SciPy has each of the two tests. */
    @Test
    void two_one_sided_tests_of_the_sleep_data_are_what_scipy_says() {
        Tost test = Tost.of(SECOND_DRUG, FIRST_DRUG, 0.5);

        assertThat(test.difference()).isCloseTo(-1.58, within(1e-12));
        assertThat(test.freedom()).isCloseTo(17.776473516, within(1e-8));
        assertThat(test.lowT()).isCloseTo(-1.2719484461, within(1e-9));
        assertThat(test.lowP()).isCloseTo(0.8901099613, within(1e-9));
        assertThat(test.highT()).isCloseTo(-2.4496784888, within(1e-9));
        assertThat(test.highP()).isCloseTo(0.0124513277, within(1e-9));
        assertThat(test.low()).isCloseTo(-3.0533814973, within(1e-8));
        assertThat(test.high()).isCloseTo(-0.1066185027, within(1e-8));
        assertThat(test.shown()).isFalse();
    }

    /** Moery and Calin-Jageman (2016), as Lakens, Soc. Psychol. Pers. Sci. 8, 2017, tests it: bounds d = ± 0.43, t(181.13) = −2.69, p = .004. */
    @Test
    void finds_what_the_paper_finds_for_the_replication() {
        double margin = 0.43 * Math.sqrt((0.95 * 0.95 + 0.83 * 0.83) / 2);

        Tost test = Tost.of(spread(89, 5.22, 0.83), spread(95, 5.25, 0.95), margin);

        assertThat(test.highT()).isCloseTo(-2.69, within(5e-3));
        assertThat(test.freedom()).isCloseTo(181.13, within(5e-3));
        assertThat(test.p()).isCloseTo(0.004, within(5e-4));
        assertThat(test.shown()).isTrue();
    }

    @Test
    void probabilities_are_the_area_under_the_density_of_t() {
        Tost test = Tost.of(values(0.80, 0.81, 0.83), values(0.81, 0.80, 0.825), 0.03);

        assertThat(test.lowP()).isCloseTo(above(test.lowT(), test.freedom()), within(1e-8));
        assertThat(test.highP()).isCloseTo(above(-test.highT(), test.freedom()), within(1e-8));
        double half = (test.high() - test.low()) / 2 / test.standardError();
        assertThat(above(half, test.freedom())).isCloseTo(0.05, within(1e-7));
    }

    @Test
    void says_equivalent_of_what_lies_at_the_margin_no_more_often_than_alpha() {
        double rate = shown(5, 1.0, 0.6, 1.0, 20_000);

        assertThat(rate).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / 20_000));
        assertThat(shown(5, 1.0, 0.3, 1.0, 20_000)).isBetween(0.040, 0.055);
    }

    /** Phillips, J. Pharmacokinet. Biopharm. 18, 1990: without a difference the power is about 2 P(T < margin / SE − t) − 1. */
    @Test
    void shows_what_is_the_same_as_often_as_theory_has_it() {
        double margin = 1.0;
        double error = 0.8 * Math.sqrt(2 / 10.0);
        double power = 2 * (1 - above(margin / error - 1.7341, 18)) - 1;

        assertThat(shown(10, margin, 0.8, 0.0, 20_000)).isCloseTo(power, within(0.04));
    }

    @Test
    void is_the_same_seen_from_the_other_side() {
        Random chance = new Random(5);
        for (int i = 0; i < 300; i++) {
            List<Double> one = drawn(chance, 3 + i % 5, 0.8, 0.01);
            List<Double> other = drawn(chance, 3 + i % 4, 0.805, 0.02);

            Tost there = Tost.of(one, other, 0.02);
            Tost back = Tost.of(other, one, 0.02);

            assertThat(back.shown()).isEqualTo(there.shown());
            assertThat(back.lowP()).isCloseTo(there.highP(), within(1e-12));
            assertThat(back.low()).isCloseTo(-there.high(), within(1e-12));
        }
    }

    @Test
    void a_wider_margin_never_takes_a_pass_away_and_a_pass_is_the_interval_within_the_margins() {
        Random chance = new Random(6);
        for (int i = 0; i < 300; i++) {
            List<Double> one = drawn(chance, 4, 0.8, 0.01);
            List<Double> other = drawn(chance, 4, 0.805, 0.01);
            boolean before = false;
            for (double margin = 0; margin < 0.05; margin += 0.001) {
                Tost test = Tost.of(one, other, margin);
                assertThat(test.shown() || !before).isTrue();
                assertThat(test.shown()).isEqualTo(test.low() >= -margin && test.high() <= margin);
                before = test.shown();
            }
        }
    }

    @Test
    void takes_sides_that_do_not_spread_as_they_are() {
        List<Double> same = values(0.8, 0.8, 0.8);

        assertThat(Tost.of(same, same, 0).shown()).isTrue();
        assertThat(Tost.of(same, values(0.9, 0.9, 0.9), 0.05).shown()).isFalse();
        assertThat(Tost.of(same, values(0.9, 0.9, 0.9), 0.05).needs()).isNull();
    }

    @Test
    void the_runs_it_asks_for_would_do_and_one_fewer_would_not() {
        Tost test = Tost.of(values(0.78, 0.82, 0.85), values(0.79, 0.80, 0.86), 0.02);
        int needs = test.needs();

        double before = test.recorded().deviation();
        double after = test.rerun().deviation();
        assertThat(Tost.of(spread(needs, 0.816666666, before), spread(needs, 0.816666666, after), 0.02)
                        .shown())
                .isTrue();
        assertThat(Tost.of(spread(needs - 1, 0.816666666, before), spread(needs - 1, 0.816666666, after), 0.02)
                        .shown())
                .isFalse();
    }

    /** How often equivalence is shown of normal samples whose means differ by so much. */
    private static double shown(int n, double margin, double deviation, double apart, int times) {
        Random chance = new Random(11);
        int shown = 0;
        for (int i = 0; i < times; i++) {
            Tost test = Tost.of(drawn(chance, n, 0, deviation), drawn(chance, n, apart, deviation), margin);
            shown += test.shown() ? 1 : 0;
        }
        return (double) shown / times;
    }

    private static List<Double> drawn(Random chance, int n, double mean, double deviation) {
        return IntStream.range(0, n)
                .mapToObj(i -> mean + deviation * chance.nextGaussian())
                .toList();
    }

    /** So many values with exactly this mean and standard deviation. */
    private static List<Double> spread(int n, double mean, double deviation) {
        double[] raw = IntStream.range(0, n).mapToDouble(i -> i - (n - 1) / 2.0).toArray();
        double scale = Math.sqrt(DoubleStream.of(raw).map(v -> v * v).sum() / (n - 1));
        return DoubleStream.of(raw).mapToObj(v -> mean + v / scale * deviation).toList();
    }

    /** The upper tail of Student's t, by Simpson's rule over its density and by nothing of the library. */
    private static double above(double t, double freedom) {
        int steps = 20_000;
        double width = Math.abs(t) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.pow(1 + i * width * i * width / freedom, -(freedom + 1) / 2);
        }
        double whole = 0;
        for (int i = 1; i < 200_000; i++) {
            double angle = Math.PI / 2 * i / 200_000;
            whole += Math.pow(Math.cos(angle), freedom - 1);
        }
        double half = (whole * Math.PI / 2 / 200_000 + 0.5 * Math.PI / 2 / 200_000) * Math.sqrt(freedom);
        double share = sum * width / 3 / half / 2;
        return t >= 0 ? 0.5 - share : 0.5 + share;
    }

    private static List<Double> values(double... values) {
        return new ArrayList<>(DoubleStream.of(values).boxed().toList());
    }
}
