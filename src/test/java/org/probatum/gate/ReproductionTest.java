package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.rerun.RerunsBind;
import org.probatum.rerun.RunVerdict;
import org.probatum.rerun.Verdict;
import org.probatum.rerun.Verdicts;
import org.probatum.rerun.verdict.Ending;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;
import org.probatum.support.Verdicting;

/** Reproduced, or stopped: the requirement that nobody waives, as verdicts on record have it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReproductionTest {
    private static final String REPRODUCED = "verification.reproduced";

    @Inject
    Casting casting;

    @Inject
    Verdicting verdicting;

    @Inject
    Verdicts verdicts;

    @Inject
    TestClock clock;

    private Cast cast;
    private String key;

    @BeforeEach
    void verify() {
        cast = casting.cast();
        RerunsBind.fromNow();
        key = Road.at(cast, Gate.VERIFICATION);
    }

    @Test
    void asks_for_every_decisive_run_of_the_selected_option_and_of_the_status_quo() {
        Line line = line();

        line.isUnmetBecause("6 of 6 decisive runs are not reproduced");
        assertThat(line.because()).contains("inline:trees-2", "inline:linear", "are not re-run yet");
        assertThat(line.waivable()).isFalse();
    }

    @Test
    void is_satisfied_by_passing_verdicts_and_lets_the_gate_pass() {
        verdicting.measured(key, Map.of("trees", 0.8172));

        line().isMet();
        assertThat(line().because()).contains("inline:trees (statistical)", "inline:linear (bitwise)");
        Road.pass(cast, key, Gate.VERIFICATION);
        assertThat(Api.as(cast.author()).stage(key)).isEqualTo("PUBLICATION");
    }

    @Test
    void names_the_run_that_was_not_reproduced_and_why_and_what_would_do() {
        verdicting.measured(key, Map.of("trees-2", 0.7));

        Line line = line();

        line.isUnmetBecause("inline:trees-2 is not reproduced");
        assertThat(line.because()).contains("0.7", "1 of 6");
        assertThat(line.wouldSatisfy()).contains("attach the corrected run", "Nobody can waive this");
        Api.as(cast.author()).submit(key).then().statusCode(409);
    }

    @Test
    void an_inconclusive_rerun_is_no_pass() {
        verdicting.reproduced(key);
        verdicting.ended(
                key,
                run -> run.name().equals("trees") ? new Ending.Broken("It was cancelled.", "Run it again.") : null);

        line().isUnmetBecause("inline:trees is inconclusive: It was cancelled.");
        assertThat(line().wouldSatisfy()).contains("Run it again.");
    }

    @Test
    void counts_the_newest_verdict_and_keeps_the_others() {
        verdicting.measured(key, Map.of("trees", 0.7));
        verdicting.only(key, Map.of("trees", 0.8171));

        line().isMet();
        assertThat(verdicts.history(id())).hasSize(7);
        assertThat(verdicts.history(id()).stream()
                        .filter(one -> one.reference().equals("inline:trees"))
                        .map(RunVerdict::verdict))
                .containsExactly(Verdict.STATISTICAL, Verdict.NOT_REPRODUCED);
    }

    @Test
    void does_not_count_a_verdict_on_another_manifest() {
        verdicting.reproduced(key);
        Database.change(
                "insert into rerun_verdict (decision_id, run_id, manifest, verdict, judgement, metrics, judged_at)"
                        + " select decision_id, run_id, 'sha256:" + "0".repeat(64)
                        + "', verdict, judgement, metrics, now()"
                        + " from rerun_verdict where decision_id = " + id());

        line().isUnmetBecause("6 of 6");
    }

    @Test
    void is_waived_by_nobody_neither_whole_nor_by_the_item() {
        waive(REPRODUCED, null).then().statusCode(409).body("type", equalTo("/problems/never-waived"));
        waive("verification.checklist", "reproduction:inline:trees")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/never-waived"))
                .body("detail", containsString("never waived, by anybody"));
        assertThatThrownBy(() -> Database.change("insert into waiver select nextval('waiver_seq') + 1000, id,"
                        + " 'VERIFICATION', 'verification.checklist', 'reproduction:inline:trees', 'x', "
                        + cast.owner().actor().id() + ", now(), current_date + 9, 'x' from decision where key = '"
                        + key + "'"))
                .rootCause()
                .hasMessageContaining("reproduction_never_waived");
    }

    @Test
    void verdicts_are_never_changed_nor_at_odds_with_their_judgement() {
        verdicting.reproduced(key);

        for (String change : List.of(
                "update rerun_verdict set verdict = verdict where decision_id = " + id(),
                "delete from rerun_verdict where decision_id = " + id(),
                "insert into rerun_verdict (decision_id, run_id, manifest, verdict, judgement, metrics, judged_at)"
                        + " select decision_id, run_id, manifest, 'INCONCLUSIVE', judgement, metrics, judged_at"
                        + " from rerun_verdict where decision_id = " + id())) {
            assertThatThrownBy(() -> Database.change(change)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(verdicts.of(id()))
                .hasSize(6)
                .allSatisfy(one -> assertThat(one.judgement().because()).contains("Bit for bit the same"));
    }

    @Test
    void asks_the_selected_option_for_runs_on_every_criterion_that_decides() {
        ObjectNode decision = Drafts.decision(cast);
        ArrayNode criteria = (ArrayNode) decision.at("/scope/criteria");
        ObjectNode second = criteria.get(0).deepCopy();
        criteria.add(second.put("id", "ece-test").put("metric", "ece"));
        key = Api.as(cast.author()).filed(decision);
        Road.attachRuns(cast, key);

        line().isUnmetBecause("The selected option cites no run that measures ece-test");
    }

    @Test
    void counts_a_run_that_both_options_cite_once_and_leaves_out_what_neither_does() {
        ObjectNode decision = Drafts.decision(cast);
        ((ArrayNode) decision.at("/options/0/runs")).add("inline:trees");
        key = Api.as(cast.author()).filed(decision);
        Road.attachRuns(cast, key);
        Api.as(cast.author())
                .post(key, "/runs", Drafts.run("nobody-cites-it", 0.8))
                .then()
                .statusCode(201);

        line().isUnmetBecause("6 of 6 decisive runs");
        assertThat(line().because()).doesNotContain("nobody-cites-it");
    }

    private Line line() {
        return Line.of(cast.author(), key, Gate.VERIFICATION, REPRODUCED);
    }

    private long id() {
        return Long.parseLong(Database.value("select id from decision where key = '" + key + "'"));
    }

    private io.restassured.response.Response waive(String requirement, String item) {
        Map<String, Object> body = new java.util.LinkedHashMap<>(Map.of(
                "requirement",
                requirement,
                "expires",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(9).toString(),
                "reason",
                "It can wait a while"));
        if (item != null) {
            body.put("item", item);
        }
        return Api.as(cast.owner())
                .request()
                .body(org.probatum.shared.Json.write(body))
                .post("/api/v1/decisions/" + key + "/gates/verification/waivers");
    }
}
