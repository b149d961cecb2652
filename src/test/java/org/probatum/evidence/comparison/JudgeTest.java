package org.probatum.evidence.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Direction;

/** What is said of an option, by its runs and those of the status quo. */
class JudgeTest {
    private static final double[] BASE = {0.785, 0.784, 0.786};

    @Test
    void calls_superior_what_clears_the_margin_beyond_chance() {
        Superiority found = judged(compared(0.01, 3, BASE, 0.817, 0.816, 0.818));

        assertThat(found).isInstanceOf(Superiority.Superior.class);
        assertThat(found.words()).startsWith("better by 0.032 (95 % interval of the gain 0.02973 to 0.03427)");
        assertThat(found.remedy()).isEmpty();
    }

    @Test
    void calls_nothing_shown_that_is_better_by_chance_or_by_less_than_the_margin() {
        Superiority wide = judged(compared(0.01, 3, BASE, 0.78, 0.82, 0.84));
        Superiority small = judged(compared(0.01, 3, BASE, 0.788, 0.789, 0.79));

        assertThat(wide).isInstanceOf(Superiority.NotShown.class);
        assertThat(wide.remedy()).matches("About [0-9]+ runs a side would show it.*");
        assertThat(small).isInstanceOf(Superiority.NotShown.class);
        assertThat(small.remedy()).contains("does not exceed the margin");
    }

    @Test
    void tells_how_many_runs_would_show_it_and_so_many_do() {
        Superiority.NotShown found =
                (Superiority.NotShown) judged(compared(0.01, 3, new double[] {0.78, 0.785, 0.79}, 0.795, 0.81, 0.80));
        int runs = java.util.Objects.requireNonNull(found.runs());

        Contrast as = found.contrast();
        Welch then = Welch.of(
                new Sample(runs, as.sample().mean(), as.sample().variance()),
                new Sample(runs, as.statusQuo().mean(), as.statusQuo().variance()));
        Welch fewer = Welch.of(
                new Sample(runs / 2, as.sample().mean(), as.sample().variance()),
                new Sample(runs / 2, as.statusQuo().mean(), as.statusQuo().variance()));

        assertThat(then.notAbove(0.01)).isLessThan(0.03);
        assertThat(fewer.notAbove(0.01)).isGreaterThan(0.025);
    }

    @Test
    void calls_inferior_what_is_worse_beyond_chance() {
        Superiority found = judged(compared(0.01, 3, BASE, 0.75, 0.751, 0.749));

        assertThat(found).isInstanceOf(Superiority.Inferior.class);
        assertThat(found.words()).startsWith("worse by 0.035");
    }

    @Test
    void counts_gains_downwards_where_lower_is_better() {
        Comparison latency = new Comparison(
                criterion("p99", Direction.LOWER, 5, 3),
                List.of(group("old", true, 40, 41, 42), group("new", false, 20, 21, 22)),
                List.of());

        Superiority found = judged(latency);

        assertThat(found).isInstanceOf(Superiority.Superior.class);
        assertThat(found.words()).startsWith("better by 20");
    }

    @Test
    void tells_nothing_from_fewer_runs_than_were_sealed_and_says_how_many_are_missing() {
        Superiority found = judged(compared(0.01, 5, BASE, 0.9));

        assertThat(found).isInstanceOf(Superiority.Inconclusive.class);
        assertThat(found.words()).isEqualTo("new has 1 of 5 runs, old has 3 of 5 runs");
        assertThat(found.remedy()).contains("4 more runs of new", "2 more runs of old");
        assertThat(judged(compared(0.01, 1, new double[] {0.7}, 0.9)))
                .as("one seed was sealed, yet one run has no spread")
                .isInstanceOf(Superiority.Inconclusive.class);
        assertThat(judged(compared(0.01, 3, BASE))).isInstanceOf(Superiority.Inconclusive.class);
    }

    @Test
    void takes_groups_of_different_size() {
        assertThat(judged(compared(0.01, 2, BASE, 0.83, 0.82, 0.825, 0.822, 0.828, 0.826)))
                .isInstanceOf(Superiority.Superior.class);
    }

    @Test
    void holds_what_does_not_spread_against_the_margin_as_it_is() {
        double[] same = {0.48, 0.48};

        assertThat(judged(compared(0.2, 2, same, 0.88, 0.88))).isInstanceOf(Superiority.Superior.class);
        assertThat(judged(compared(0.5, 2, same, 0.88, 0.88))).isInstanceOf(Superiority.NotShown.class);
        assertThat(judged(compared(0.5, 2, same, 0.38, 0.38))).isInstanceOf(Superiority.Inferior.class);
    }

    @Test
    void names_the_run_whose_value_is_no_number_to_reckon_with() {
        for (double stray : List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN)) {
            Superiority found = judged(compared(0.01, 2, BASE, 0.8, stray));

            assertThat(found).isInstanceOf(Superiority.Refused.class);
            assertThat(found.words()).contains("inline:new-1");
        }
        assertThat(judged(compared(0.01, 2, BASE, 1e200, -1e200)).words()).contains("spread too far");
    }

    @Test
    void refuses_while_a_difference_is_not_named_and_judges_once_it_is() {
        Comparison plain = compared(0.01, 3, BASE, 0.817, 0.816, 0.818);
        Mismatch unnamed = new Mismatch(Trait.SPLIT, "inline:old-0 — split test", null);

        Superiority refused = judged(new Comparison(plain.criterion(), plain.groups(), List.of(unnamed)));
        Superiority named = judged(new Comparison(
                plain.criterion(), plain.groups(), List.of(new Mismatch(Trait.SPLIT, unnamed.runs(), "as agreed"))));

        assertThat(refused).isInstanceOf(Superiority.Refused.class);
        assertThat(refused.words()).contains("different split: inline:old-0");
        assertThat(named).isInstanceOf(Superiority.Superior.class);
    }

    @Test
    void asks_more_of_each_criterion_the_more_there_are() {
        Comparison close = compared(0.01, 3, new double[] {0.78, 0.785, 0.79}, 0.803, 0.809, 0.815);
        Superiority alone = judged(close);
        Superiority among = Judge.family(List.of(close, close, close), "new").get(0);

        assertThat(alone).isInstanceOf(Superiority.Superior.class);
        assertThat(among).isInstanceOf(Superiority.NotShown.class);
        assertThat(((Superiority.NotShown) among).p()).isEqualTo(3 * ((Superiority.Superior) alone).p());
    }

    @Test
    void a_criterion_not_measured_yet_weighs_as_one_that_failed() {
        Comparison clear = compared(0.01, 3, BASE, 0.817, 0.816, 0.818);
        Comparison empty = compared(0.01, 3, BASE);

        List<Superiority> both = Judge.family(List.of(clear, empty), "new");

        assertThat(((Superiority.Superior) both.get(0)).p())
                .isEqualTo(2 * clear.contrast("new").orElseThrow().p());
        assertThat(both.get(1)).isInstanceOf(Superiority.Inconclusive.class);
    }

    @Test
    void for_one_criterion_judges_as_its_picture_shows() {
        Random random = new Random(7);
        int superior = 0;
        for (int i = 0; i < 500; i++) {
            double[] base = random.doubles(2 + random.nextInt(4)).toArray();
            double[] option =
                    random.doubles(2 + random.nextInt(4)).map(v -> v + 1.2).toArray();
            Comparison comparison = compared(0.5, 2, base, option);
            Band interval = comparison.contrast("new").orElseThrow().interval().orElseThrow();

            Superiority found = judged(comparison);

            assertThat(found instanceof Superiority.Superior).isEqualTo(interval.low() >= 0.5);
            assertThat(found instanceof Superiority.Inferior).isEqualTo(interval.high() < 0);
            superior += found instanceof Superiority.Superior ? 1 : 0;
        }
        assertThat(superior).isBetween(50, 450);
    }

    private static Superiority judged(Comparison comparison) {
        return Judge.family(List.of(comparison), "new").get(0);
    }

    private static Comparison compared(double margin, int seeds, double[] base, double... option) {
        return new Comparison(
                criterion("auc", Direction.HIGHER, margin, seeds),
                List.of(group("old", true, base), group("new", false, option)),
                List.of());
    }

    private static Criterion criterion(String metric, @Nullable Direction direction, double margin, int seeds) {
        return new Criterion(
                metric + "-test", metric, "clicks", "test", direction, BigDecimal.valueOf(margin), null, seeds);
    }

    private static Group group(String option, boolean statusQuo, double... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(i, "inline:" + option + "-" + i, "sha256:" + i, values[i]));
        }
        return new Group(option, statusQuo, null, points);
    }
}
