package org.probatum.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.rerun.RerunsBind;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;
import org.probatum.support.Verdicting;

/** The verification checklist: what is on it, where its values come from, and how its items are waived one by one. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChecklistTest {
    private static final String CHECKLIST = "verification.checklist";

    @Inject
    Casting casting;

    @Inject
    Verdicting verdicting;

    @Inject
    TestClock clock;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void has_what_was_promised_what_was_gained_and_what_was_recorded() {
        String key = Road.at(cast, Gate.VERIFICATION);

        Map<String, Checklist.Item> items = items(key);

        assertThat(items).containsOnlyKeys("outcome:auc", "superiority:auc-test", "metadata");
        assertThat(items.values()).allMatch(item -> item.standing().equals("PASSES"));
        Checklist.Item promised = items.get("outcome:auc");
        assertThat(promised.threshold()).isEqualTo("≥ 0.79");
        assertThat(promised.measured()).isEqualByComparingTo("0.817");
        assertThat(promised.source()).isEqualTo("recorded values");
        Checklist.Item gained = items.get("superiority:auc-test");
        assertThat(gained.measured()).isEqualByComparingTo("0.032");
        assertThat(gained.threshold()).contains("0.01", "0.025");
        assertThat(gained.source()).contains("as it is on record");
    }

    @Test
    void measures_outcomes_by_rerun_values_once_every_run_has_one() {
        RerunsBind.fromNow();
        String key = Road.at(cast, Gate.VERIFICATION);
        verdicting.only(key, Map.of("trees", 0.816));
        Checklist.Item some = items(key).get("outcome:auc");

        verdicting.measured(key, Map.of("trees", 0.816, "trees-2", 0.815, "trees-3", 0.817));
        Checklist.Item all = items(key).get("outcome:auc");

        assertThat(some.measured()).isEqualByComparingTo("0.817");
        assertThat(some.source()).isEqualTo("recorded values, of which only 1 re-run");
        assertThat(all.measured()).isEqualByComparingTo("0.816");
        assertThat(all.source()).isEqualTo("re-run values");
    }

    @Test
    void has_every_decisive_run_where_reruns_bind_and_fails_with_one_that_is_not_reproduced() {
        RerunsBind.fromNow();
        String key = Road.at(cast, Gate.VERIFICATION);
        verdicting.measured(key, Map.of("trees-2", 0.7));

        Map<String, Checklist.Item> items = items(key);

        assertThat(items).containsKeys("reproduction:inline:linear", "reproduction:inline:trees-2");
        assertThat(items.get("reproduction:inline:trees").standing()).isEqualTo("PASSES");
        Checklist.Item failing = items.get("reproduction:inline:trees-2");
        assertThat(failing.standing()).isEqualTo("FAILS");
        assertThat(failing.found()).isEqualTo("not reproduced");
        Line.of(cast.author(), key, Gate.VERIFICATION, CHECKLIST)
                .isUnmetBecause("verdict on inline:trees-2: not reproduced");
    }

    @Test
    void is_waived_item_by_item_until_each_is() {
        ObjectNode decision = Drafts.decision(cast);
        outcome(decision, "ece");
        outcome(decision, "psi");
        String key = Road.at(cast, Gate.VERIFICATION, decision);

        waive(key, "outcome:ece").then().statusCode(201);
        Line half = Line.of(cast.author(), key, Gate.VERIFICATION, CHECKLIST);
        waive(key, "outcome:psi").then().statusCode(201);

        half.isUnmetBecause("psi not measured");
        assertThat(half.because()).doesNotContain("ece");
        assertThat(Line.of(cast.author(), key, Gate.VERIFICATION, CHECKLIST).state())
                .isEqualTo("waived");
        Checklist.Item waived = items(key).get("outcome:ece");
        assertThat(waived.standing()).isEqualTo("WAIVED");
        assertThat(waived.waiver()).contains("It can wait a while");
        assertThat(waived.passes()).isFalse();
    }

    @Test
    void refuses_waivers_of_what_is_no_failing_item() {
        String key = Road.at(cast, Gate.VERIFICATION, withOutcome("ece"));

        waive(key, "outcome:auc").then().statusCode(422);
        waive(key, "no-such-item").then().statusCode(422).body("violations[0].right", containsString("outcome:ece"));
        waive(key, null).then().statusCode(422);
    }

    @Test
    void asks_nobody_twice_for_a_shortfall_that_was_waived_when_options_were_chosen() {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));
        for (String name : new String[] {"linear", "linear-2", "linear-3", "trees", "trees-2", "trees-3"}) {
            double auc = (name.startsWith("trees") ? 0.796 : 0.793) + name.length() % 3 * 0.001;
            Api.as(cast.author())
                    .post(key, "/runs", Drafts.run(name, auc))
                    .then()
                    .statusCode(201);
        }
        Api.as(cast.author())
                .post(key, "/comparisons", Map.of("criterion", "auc-test"))
                .then()
                .statusCode(201);
        Road.pass(cast, key, Gate.SCOPE);
        waive(key, Gate.OPTIONS, "options.superiority", null).then().statusCode(201);
        Road.pass(cast, key, Gate.OPTIONS);
        Road.assess(cast, key);
        Road.pass(cast, key, Gate.TRADE_OFFS);

        Checklist.Item item = items(key).get("superiority:auc-test");

        assertThat(item.standing()).isEqualTo("WAIVED");
        assertThat(Line.of(cast.author(), key, Gate.VERIFICATION, CHECKLIST).state())
                .isEqualTo("waived");
    }

    @Test
    void is_a_page_and_two_files_and_part_of_the_record() {
        String key = Road.at(cast, Gate.VERIFICATION, withOutcome("ece"));
        waive(key, "outcome:ece").then().statusCode(201);

        page("/decisions/" + key + "/checklist")
                .then()
                .statusCode(200)
                .body(containsString("superiority:auc-test"))
                .body(containsString("waived"))
                .body(containsString("It can wait a while"));
        page("/decisions/" + key + "/gates/verification")
                .then()
                .statusCode(200)
                .body(containsString("/decisions/" + key + "/checklist"));
        page("/decisions/" + key + "/checklist.md")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(key + "-checklist.md"))
                .body(containsString("| outcome:auc | auc | ≥ 0.79 | 0.817 |"));
        page("/decisions/" + key + "/checklist.json")
                .then()
                .statusCode(200)
                .body("[0].id", equalTo("outcome:auc"))
                .body("[0].state", equalTo("PASSES"));
        Road.pass(cast, key, Gate.VERIFICATION);
        Road.pass(cast, key, Gate.PUBLICATION);
        Api.as(cast.author())
                .get(key, "/record")
                .then()
                .statusCode(200)
                .body("checklist.find { it.id == 'outcome:ece' }.state", equalTo("WAIVED"));
        page("/log/" + key).then().statusCode(200).body(containsString("waived"));
        page("/log/" + key + ".md").then().statusCode(200).body(containsString("waived: Waived by"));
    }

    @Test
    void teaches_what_belongs_on_it_while_it_is_empty() {
        String key = Api.as(cast.author()).filed(Drafts.start(cast));

        page("/decisions/" + key + "/checklist")
                .then()
                .statusCode(200)
                .body(containsString("Nothing was promised yet"));
    }

    private Map<String, Checklist.Item> items(String key) {
        Map<String, Checklist.Item> items = new LinkedHashMap<>();
        String json = Api.as(cast.author())
                .get(key, "/checklist")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (Checklist.Item item : Json.read(json, Checklist.Item[].class)) {
            items.put(item.id(), item);
        }
        return items;
    }

    private Response page(String path) {
        return given().header("Authorization", "Bearer " + cast.author().token())
                .accept("text/html, */*")
                .get(path);
    }

    private ObjectNode withOutcome(String metric) {
        ObjectNode decision = Drafts.decision(cast);
        outcome(decision, metric);
        return decision;
    }

    private static void outcome(ObjectNode decision, String metric) {
        ((ArrayNode) decision.at("/scope/outcomes"))
                .addObject()
                .put("statement", "It is measured, too")
                .put("metric", metric)
                .put("direction", "LOWER")
                .put("target", 0.01);
    }

    private Response waive(String key, String item) {
        return waive(key, Gate.VERIFICATION, CHECKLIST, item);
    }

    private Response waive(String key, Gate gate, String requirement, String item) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requirement", requirement);
        if (item != null) {
            body.put("item", item);
        }
        body.put(
                "expires",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .plusDays(10)
                        .toString());
        body.put("reason", "It can wait a while");
        return Api.as(cast.owner())
                .request()
                .body(Json.write(body))
                .post("/api/v1/decisions/" + key + "/gates/" + gate.slug() + "/waivers");
    }
}
