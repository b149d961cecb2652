package org.probatum.evidence.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A history thinned out for drawing. */
class EnvelopeTest {
    @Test
    void keeps_the_lowest_and_the_highest_of_every_bucket_in_their_order() {
        double[] values = new double[100_000];
        values[31_415] = 7;
        values[31_420] = -3;

        List<Envelope.Point> kept = Envelope.of(history(values), 150);

        assertThat(kept).hasSizeLessThanOrEqualTo(450);
        assertThat(kept)
                .containsSubsequence(new Envelope.Point(31_415, 7), new Envelope.Point(31_420, -3))
                .isSortedAccordingTo(java.util.Comparator.comparingLong(Envelope.Point::step));
    }

    @Test
    void keeps_a_short_history_as_it_is() {
        assertThat(Envelope.of(history(3, 1, 2), 150))
                .extracting(Envelope.Point::value)
                .containsExactly(3.0, 1.0, 2.0);
    }

    @Test
    void breaks_the_line_where_a_value_is_no_number() {
        List<Envelope.Point> kept = Envelope.of(history(1, Double.NaN, 2, Double.POSITIVE_INFINITY, 3), 150);

        assertThat(kept).extracting(Envelope.Point::isBreak).containsExactly(false, true, false, true, false);
    }

    @Test
    void draws_nothing_of_nothing() {
        assertThat(Envelope.of(new MetricHistory(1, "auc", null, null, List.of(), List.of()), 150))
                .isEmpty();
        assertThat(Envelope.of(history(Double.NaN), 150)).allMatch(Envelope.Point::isBreak);
    }

    private static MetricHistory history(double... values) {
        return new MetricHistory(
                1,
                "auc",
                null,
                null,
                LongStream.range(0, values.length).boxed().toList(),
                DoubleStream.of(values).boxed().toList());
    }
}
