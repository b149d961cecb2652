package org.probatum.evidence.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statistics beside worked examples that others have published. */
class PublishedExamplesTest {
    /** Assembly times of two processes: NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.1. */
    @Test
    void welch_of_two_processes_is_what_the_nist_handbook_says() {
        Sample old = sample(32, 37, 35, 28, 41, 44, 35, 31, 34, 38, 42);
        Sample fresh = sample(36, 31, 30, 31, 34, 36, 29, 32, 31);

        Welch test = Welch.of(old, fresh);

        assertThat(old.mean()).isCloseTo(36.0909, within(5e-5));
        assertThat(old.deviation()).isCloseTo(4.9082, within(5e-5));
        assertThat(fresh.mean()).isCloseTo(32.2222, within(5e-5));
        assertThat(fresh.deviation()).isCloseTo(2.5386, within(5e-5));
        assertThat(test.statistic(0)).isCloseTo(2.269, within(5e-4));
        assertThat(test.freedom()).isCloseTo(15.533, within(5e-4));
    }

    /** Miles per gallon of American and Japanese cars (AUTO83B.DAT): NIST/SEMATECH e-Handbook, 1.3.5.3. */
    @Test
    void welch_of_two_kinds_of_cars_is_what_the_nist_handbook_says() {
        Sample american = new Sample(249, 20.14458, 6.41470 * 6.41470);
        Sample japanese = new Sample(79, 30.48101, 6.10771 * 6.10771);

        Welch test = Welch.of(american, japanese);

        assertThat(test.statistic(0)).isCloseTo(-12.94627, within(1e-5));
        assertThat(test.freedom()).isCloseTo(136.8750, within(1e-4));
        assertThat(test.none()).isLessThan(1e-20);
    }

    /** Heat flow (ZARR13.DAT): NIST/SEMATECH e-Handbook, 1.3.5.2. */
    @Test
    void the_interval_of_a_mean_is_what_the_nist_handbook_says() {
        Band interval = new Sample(195, 9.261460, 0.022789 * 0.022789).interval(0.95);

        assertThat(interval.low()).isCloseTo(9.258242, within(2e-6));
        assertThat(interval.high()).isCloseTo(9.264679, within(2e-6));
    }

    /** Hours of sleep gained under two drugs (Student, Biometrika 6, 1908), as the manual of R prints t.test(extra ~ group). */
    @Test
    void welch_of_students_sleep_data_is_what_r_says() {
        Welch test = Welch.of(
                sample(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
                sample(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4));

        assertThat(test.statistic(0)).isCloseTo(-1.8608, within(5e-5));
        assertThat(test.freedom()).isCloseTo(17.776, within(5e-4));
        assertThat(test.none()).isCloseTo(0.07939, within(5e-6));
        assertThat(test.interval(0.95).low()).isCloseTo(-3.3654832, within(1e-6));
        assertThat(test.interval(0.95).high()).isCloseTo(0.2054832, within(1e-6));
    }

    /** Two groups of fifty: Borenstein, Hedges, Higgins and Rothstein, Introduction to Meta-Analysis, 2009, chapter 4. */
    @Test
    void hedges_g_is_what_the_textbook_says() {
        Effect effect = Effect.of(new Sample(50, 103, 5.5 * 5.5), new Sample(50, 100, 4.5 * 4.5));

        assertThat(effect.g()).isCloseTo(0.5924, within(5e-5));
        assertThat(effect.words()).startsWith("medium: 0.5924");
    }

    /** The table of Hedges, J. Educ. Stat. 6, 1981: the exact correction at small degrees of freedom. */
    @ParameterizedTest
    @CsvSource({"2, 0.5642", "3, 0.7236", "4, 0.7979", "5, 0.8408", "10, 0.9228", "20, 0.9619", "50, 0.9849"})
    void the_small_sample_correction_is_that_of_the_table(int freedom, double correction) {
        assertThat(Effect.correction(freedom)).isCloseTo(correction, within(6e-5));
    }

    /** The example of the article on the Holm-Bonferroni method in Wikipedia, and what R's p.adjust makes of it. */
    @Test
    void holm_rejects_what_the_example_rejects() {
        List<Double> adjusted = Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005));

        assertThat(adjusted)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : 1)
                .containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(adjusted.stream().map(p -> p <= 0.05)).containsExactly(true, false, false, true);
    }

    /**
     * The replication of Moery and Calin-Jageman (2016) as an equivalence test: Lakens, Equivalence Tests, Soc. Psychol.
     * Pers. Sci. 8, 2017: bounds of d = ±0.43, t(181.13) = −2.69, p = .004.
     */
    @Test
    void two_one_sided_tests_find_what_the_paper_finds() {
        double margin = 0.43 * Math.sqrt((0.95 * 0.95 + 0.83 * 0.83) / 2);
        Welch difference = Welch.of(new Sample(95, 5.25, 0.95 * 0.95), new Sample(89, 5.22, 0.83 * 0.83));

        Equivalence test = Equivalence.within(margin, difference);

        assertThat(margin).isCloseTo(0.384, within(5e-4));
        assertThat(difference.statistic(margin)).isCloseTo(-2.69, within(5e-3));
        assertThat(difference.freedom()).isCloseTo(181.13, within(5e-3));
        assertThat(test.high()).isCloseTo(0.004, within(5e-4));
        assertThat(test.low()).isCloseTo(0.001, within(5e-4));
        assertThat(test.shown(0.05)).isTrue();
    }

    /** The 97.5 % points of Student's t as every table has them (Fisher and Yates 1938; NIST/SEMATECH e-Handbook, 1.3.6.7.2). */
    @ParameterizedTest
    @CsvSource({"1, 12.706", "2, 4.303", "3, 3.182", "5, 2.571", "10, 2.228", "30, 2.042", "60, 2.000", "100, 1.984"})
    void quantiles_are_those_of_the_tables(double freedom, double point) {
        assertThat(Student.within(0.95, freedom)).isCloseTo(point, within(5e-4));
    }

    private static Sample sample(double... values) {
        return Sample.of(Arrays.stream(values).boxed().toList());
    }
}
