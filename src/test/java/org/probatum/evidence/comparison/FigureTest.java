package org.probatum.evidence.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
    @ParameterizedTest
    @CsvSource({
        "0.0323931, 0.03239",
        "0.8172, 0.8172",
        "24.0781, 24.08",
        "123456.7, 123457",
        "-0.5, −0.5",
        "0, 0",
        "1e300, 1E+300",
        "4e-12, 4E−12",
        "Infinity, ∞"
    })
    void writes_numbers_as_people_read_them(double value, String words) {
        assertThat(Figure.of(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.00001, < 0.0001", "0.012345, 0.012", "0.5, 0.5", "1, 1"})
    void writes_probabilities_to_two_digits(double p, String words) {
        assertThat(Figure.probability(p)).isEqualTo(words);
    }
}
