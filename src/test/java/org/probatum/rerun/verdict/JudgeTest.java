package org.probatum.rerun.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probatum.rerun.verdict.Recorded.criterion;
import static org.probatum.rerun.verdict.Recorded.manifest;
import static org.probatum.rerun.verdict.Recorded.metric;
import static org.probatum.rerun.verdict.Recorded.model;
import static org.probatum.rerun.verdict.Recorded.number;
import static org.probatum.rerun.verdict.Recorded.outcome;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.manifest.Artifact;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.rerun.Outcome;
import org.probatum.rerun.Progress;
import org.probatum.rerun.Verdict;
import org.probatum.shared.Json;

/** What is said of reruns, and because of what. */
class JudgeTest {
    private static final Criterion SEALED = criterion("0.01", "0.002", null, 3);
    private static final String OTHER = "sha256:" + "b".repeat(64);

    @Test
    void calls_bitwise_what_left_the_same_files_and_equal_metrics() {
        Judgement judged = one(new Recorded().run("0.817", "0.8170", List.of(model()), List.of(model())));

        assertThat(judged.verdict()).isEqualTo(Verdict.BITWISE);
        assertThat(judged.because()).contains("1 file with the recorded digest", "1 metric equal");
        assertThat(judged.remedy()).isEmpty();
    }

    @Test
    void does_not_mind_files_that_were_not_recorded_and_names_them() {
        Judgement judged = one(new Recorded()
                .run("0.817", "0.817", List.of(model()), List.of(model(), new Artifact("cache.tmp", OTHER, 1L))));

        assertThat(judged.verdict()).isEqualTo(Verdict.BITWISE);
        assertThat(judged.bits().further()).containsExactly("cache.tmp");
    }

    @Test
    void is_never_bitwise_without_a_recorded_digest() {
        Judgement judged = one(
                new Recorded().run("0.817", "0.817", List.of(new Artifact("model.bin", null, 12L)), List.of(model())));

        assertThat(judged.verdict()).isEqualTo(Verdict.STATISTICAL);
        assertThat(judged.because()).contains("No recorded file has a digest");
        assertThat(judged.bits().undigested()).containsExactly("model.bin");
    }

    @Test
    void is_not_bitwise_when_a_file_is_gone_or_a_recorded_metric_differs() {
        Judgement gone = one(new Recorded().run("0.817", "0.817", List.of(model()), List.of()));
        Manifest two = manifest(
                "two", 1, List.of(metric("auc", "0.817", "test"), metric("ece", "0.02", "test")), List.of(model()));
        Judgement differs = one(new Recorded()
                .attempt(two, finished(Map.of("auc", number("0.817"), "ece", number("0.03")), List.of(model()))));

        assertThat(gone.verdict()).isEqualTo(Verdict.STATISTICAL);
        assertThat(gone.because()).contains("model.bin was not written");
        assertThat(differs.verdict()).isEqualTo(Verdict.STATISTICAL);
        assertThat(differs.bits().metrics()).singleElement().satisfies(one -> assertThat(one.metric())
                .isEqualTo("ece"));
    }

    @ParameterizedTest
    @CsvSource({"0.815, STATISTICAL", "0.819, STATISTICAL", "0.8149999, NOT_REPRODUCED", "0.8190001, NOT_REPRODUCED"})
    void holds_few_runs_to_the_sealed_tolerance_one_by_one(String rerun, Verdict verdict) {
        Judgement judged = one(new Recorded().run("0.817", rerun));

        assertThat(judged.verdict()).isEqualTo(verdict);
        Measure measure = judged.measures().get(0);
        assertThat(measure.test()).isNull();
        assertThat(measure.bound().kind()).isEqualTo(Bound.Kind.TOLERANCE);
        assertThat(measure.words()).contains("sealed tolerance of 0.002");
    }

    @Test
    void takes_the_wider_of_an_absolute_and_a_relative_tolerance() {
        Criterion both = criterion("0.01", "0.002", "0.01", 3);

        assertThat(new Recorded().run("0.8", "0.807").judged(both).get(0).verdict())
                .isEqualTo(Verdict.STATISTICAL);
        assertThat(new Recorded().run("0.01", "0.0115").judged(both).get(0).verdict())
                .isEqualTo(Verdict.STATISTICAL);
        assertThat(new Recorded().run("0.8", "0.809").judged(both).get(0).verdict())
                .isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void tests_the_group_for_equivalence_when_as_many_seeds_ran_as_were_sealed() {
        Recorded runs =
                new Recorded().run("0.817", "0.8205").run("0.816", "0.8125").run("0.818", "0.8185");

        List<Judgement> judged = runs.judged(SEALED);

        assertThat(judged).extracting(Judgement::verdict).containsOnly(Verdict.STATISTICAL);
        Tost test = judged.get(0).measures().get(0).test();
        assertThat(test.recorded().n()).isEqualTo(3);
        assertThat(test.p()).isLessThan(0.05);
        assertThat(test.low()).isGreaterThan(-0.01);
        assertThat(test.high()).isLessThan(0.01);
        assertThat(judged.get(0).because()).contains("equivalent within ± 0.01", "90 % interval");
    }

    @Test
    void fails_a_group_whose_means_lie_farther_apart_than_the_margin() {
        List<Judgement> judged = new Recorded()
                .run("0.817", "0.797")
                .run("0.816", "0.795")
                .run("0.818", "0.799")
                .judged(SEALED);

        assertThat(judged).extracting(Judgement::verdict).containsOnly(Verdict.NOT_REPRODUCED);
        assertThat(judged.get(0).because()).contains("not equivalent within ± 0.01");
        assertThat(judged.get(0).remedy()).isNotBlank();
    }

    @Test
    void cannot_tell_when_the_spread_is_too_wide_and_says_how_many_runs_would_do() {
        List<Judgement> judged = new Recorded()
                .run("0.78", "0.85")
                .run("0.82", "0.78")
                .run("0.85", "0.82")
                .judged(SEALED);

        assertThat(judged).extracting(Judgement::verdict).containsOnly(Verdict.INCONCLUSIVE);
        assertThat(judged.get(0).measures().get(0).test().needs()).isGreaterThan(3);
        assertThat(judged.get(0).remedy()).contains("runs a side would show it");
    }

    @Test
    void does_not_fail_a_run_that_repeats_its_value_for_the_spread_between_seeds() {
        List<Judgement> judged = new Recorded()
                .run("0.78", "0.78")
                .run("0.82", "0.8205")
                .run("0.85", "0.85")
                .judged(SEALED);

        assertThat(judged).extracting(Judgement::verdict).containsOnly(Verdict.STATISTICAL);
        assertThat(judged.get(1).because()).contains("this one repeats its own value");
    }

    @Test
    void does_not_let_a_lavish_tolerance_outdo_the_margin_once_the_group_is_tested() {
        Criterion lavish = criterion("0.01", "0.5", null, 3);

        List<Judgement> judged = new Recorded()
                .run("0.78", "0.85")
                .run("0.82", "0.78")
                .run("0.85", "0.82")
                .judged(lavish);

        assertThat(judged).extracting(Judgement::verdict).containsOnly(Verdict.INCONCLUSIVE);
    }

    @Test
    void does_not_test_runs_that_share_a_seed() {
        Recorded runs = new Recorded();
        for (String name : List.of("a", "b", "c")) {
            runs.attempt(
                    manifest(name, 7, List.of(metric("auc", "0.817", "test")), List.of()),
                    finished(Map.of("auc", number("0.817")), List.of()));
        }

        assertThat(runs.judged(SEALED))
                .allSatisfy(
                        judged -> assertThat(judged.measures().get(0).test()).isNull());
    }

    @Test
    void needs_as_many_reruns_as_seeds_were_sealed_before_it_tests() {
        Criterion five = criterion("0.01", null, null, 5);

        List<Judgement> judged = new Recorded()
                .run("0.817", "0.817")
                .run("0.816", "0.816")
                .run("0.818", "0.818")
                .judged(five);

        assertThat(judged).extracting(Judgement::verdict).containsOnly(Verdict.INCONCLUSIVE);
        assertThat(judged.get(0).because()).contains("3 of 5 runs");
    }

    @Test
    void takes_groups_that_do_not_spread_as_they_are() {
        List<Judgement> same = new Recorded()
                .run("0.8", "0.809")
                .run("0.8", "0.809")
                .run("0.8", "0.809")
                .judged(SEALED);
        List<Judgement> apart = new Recorded()
                .run("0.8", "0.811")
                .run("0.8", "0.811")
                .run("0.8", "0.811")
                .judged(SEALED);

        assertThat(same).extracting(Judgement::verdict).containsOnly(Verdict.STATISTICAL);
        assertThat(same.get(0).measures().get(0).test().lowT()).isNull();
        assertThat(apart).extracting(Judgement::verdict).containsOnly(Verdict.NOT_REPRODUCED);
    }

    @Test
    void fails_a_run_that_does_not_measure_again_what_decides() {
        Judgement judged = one(new Recorded()
                .attempt(
                        manifest("a", 1, List.of(metric("auc", "0.817", "test")), List.of(model())),
                        finished(Map.of("loss", number("0.3")), List.of(model()))));

        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(judged.because()).contains("auc was recorded as 0.817 and not measured again");
        assertThat(judged.remedy()).contains("metrics.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e999999999", "1e-999999999"})
    void refuses_numbers_beyond_reckoning_wherever_they_come_from(String vast) {
        Judgement rerun = one(new Recorded().run("0.817", vast, List.of(model()), List.of(model())));
        Judgement recorded = one(new Recorded().run(vast, "0.817"));

        assertThat(rerun.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(recorded.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Json.write(List.of(rerun, recorded)).length()).isLessThan(10_000);
    }

    @Test
    void tells_one_name_on_several_splits_apart() {
        Manifest two = manifest(
                "two", 1, List.of(metric("auc", "0.817", "test"), metric("auc", "0.9", "train")), List.of(model()));

        Judgement plain = one(new Recorded().attempt(two, finished(Map.of("auc", number("0.817")), List.of(model()))));
        Judgement named = one(new Recorded()
                .attempt(
                        two,
                        finished(
                                Map.of("auc@test", number("0.817"), "auc@clicks/train", number("0.7")),
                                List.of(model()))));

        assertThat(plain.verdict()).isEqualTo(Verdict.BITWISE);
        assertThat(named.verdict()).isEqualTo(Verdict.STATISTICAL);
    }

    @Test
    void fails_what_could_not_be_started_from_its_manifest_and_says_why() {
        Judgement judged = one(new Recorded()
                .ended("0.817", new Ending.Refused(List.of("The dataset clicks does not match its digest."))));

        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(judged.because()).contains("does not match its digest");
        assertThat(judged.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "1, NOT_REPRODUCED",
        "2, NOT_REPRODUCED",
        "139, NOT_REPRODUCED",
        "126, INCONCLUSIVE",
        "127, INCONCLUSIVE",
        "132, INCONCLUSIVE",
        "137, INCONCLUSIVE",
        "143, INCONCLUSIVE",
        "152, INCONCLUSIVE",
        "153, INCONCLUSIVE"
    })
    void tells_the_commands_own_failure_from_the_machines(int status, Verdict verdict) {
        Progress.Ended ended = new Progress.Ended(Progress.How.EXITED, status, null, null, null, "");

        Judgement judged = one(new Recorded().ended("0.817", Ending.of(ended, null)));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.because()).contains("status " + status);
        assertThat(judged.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIME_LIMIT", "MEMORY_LIMIT", "OUTPUT_LIMIT", "CANCELLED", "EXECUTOR_FAILED"})
    void says_nothing_of_a_run_that_was_ended_from_outside(Progress.How how) {
        Progress.Ended ended = new Progress.Ended(how, null, null, null, null, "after 60 min");

        Judgement judged = one(new Recorded().ended("0.817", Ending.of(ended, null)));

        assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.because()).contains("after 60 min");
        assertThat(judged.remedy()).isNotBlank();
    }

    @Test
    void cannot_tell_of_what_is_lost_or_left_unreadable() {
        Judgement lost = one(new Recorded().ended("0.8", Ending.of(new Progress.Lost("The queue forgot it"))));
        Judgement torn = one(new Recorded()
                .ended("0.8", new Ending.Finished(new Outcome(Map.of(), List.of(), "metrics.json is no object"))));

        assertThat(List.of(lost, torn)).extracting(Judgement::verdict).containsOnly(Verdict.INCONCLUSIVE);
        assertThat(torn.because()).contains("metrics.json is no object");
    }

    @Test
    void leaves_out_what_was_not_run_again() {
        List<Attempt> group =
                new Recorded().run("0.8", "0.8").ended("0.8", null).group();

        assertThat(Judge.judge(List.of(SEALED), group)).containsOnlyKeys(0L);
    }

    @Test
    void is_kept_as_json_and_read_back_the_same() {
        List<Judgement> all = new java.util.ArrayList<>(new Recorded()
                .run("0.78", "0.85")
                .run("0.82", "0.78")
                .run("0.85", "0.82")
                .judged(SEALED));
        all.addAll(new Recorded()
                .run("0.8", "0.80", List.of(model()), List.of(new Artifact("model.bin", OTHER, 12L)))
                .run("0.8", "0.8")
                .run("0.8", "0.8")
                .ended("0.8", new Ending.Refused(List.of("No commit.")))
                .judged(SEALED));

        assertThat(all).allSatisfy(judged -> assertThat(Json.read(Json.write(judged), Judgement.class))
                .isEqualTo(judged));
    }

    private static Judgement one(Recorded runs) {
        return runs.judged(SEALED).get(0);
    }

    private static Ending finished(Map<String, BigDecimal> metrics, List<Artifact> left) {
        return new Ending.Finished(outcome(metrics, left));
    }
}
