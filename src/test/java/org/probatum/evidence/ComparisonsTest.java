package org.probatum.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Comparisons as they are filed, refused, named, cited and outdated. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ComparisonsTest {
    private static final String OTHER = "sha256:" + "0123456789abcdef".repeat(4);
    private static final Map<String, String> PLAIN = Map.of("criterion", "auc-test");

    @Inject
    Casting casting;

    private Cast cast;
    private Api author;
    private String key;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        author = Api.as(cast.author());
        key = author.filed(Drafts.decision(cast));
    }

    @Test
    void says_what_was_measured_what_is_gained_and_what_that_shows() {
        Road.attachRuns(cast, key);

        file(PLAIN)
                .then()
                .statusCode(201)
                .body("comparable", equalTo(true))
                .body("differences", hasSize(0))
                .body("measured.option", contains("status-quo", "trees"))
                .body("measured.runs", everyItem(equalTo(3)))
                .body("measured[1].mean.toDouble()", closeTo(0.817, 1e-12))
                .body("measured[1].deviation.toDouble()", closeTo(0.001, 1e-12))
                .body("gained[0].gain.toDouble()", closeTo(0.032, 1e-9))
                .body("gained[0].freedom.toDouble()", closeTo(4, 1e-6))
                .body("gained[0].t.toDouble()", closeTo(0.022 / Math.sqrt(2e-6 / 3), 1e-3))
                .body("verdicts[0].verdict", equalTo("SUPERIOR"))
                .body("record.current", equalTo(true))
                .body("record.reproduced", equalTo(true))
                .body("record.runs", hasSize(6));

        author.get(key, "/comparisons").then().statusCode(200).body("criterion.id", contains("auc-test"));
        author.get(key, "/events").then().body("type", hasItem("ComparisonFiled"));
    }

    @Test
    void is_computed_before_it_is_filed_and_not_on_record_then() {
        Road.attachRuns(cast, key);

        author.get(key, "/comparisons/auc-test")
                .then()
                .statusCode(200)
                .body("verdicts[0].verdict", equalTo("SUPERIOR"))
                .body("record", nullValue());
        Line.of(cast.author(), key, Gate.OPTIONS, "options.claims")
                .isUnmetBecause("Claim 1 is not backed: comparison auc-test is not filed.");

        file(PLAIN).then().statusCode(201);

        Line.of(cast.author(), key, Gate.OPTIONS, "options.claims").isMet();
    }

    @Test
    void is_outdated_by_another_cited_run_until_it_is_filed_anew() {
        Road.attach(cast, key);
        author.post(key, "/runs", Drafts.run("trees-4", 0.82)).then().statusCode(201);
        author.get(key, "/comparisons/auc-test").then().body("record.current", equalTo(true));

        author.put(
                        key,
                        "/options/trees/runs",
                        Map.of("runs", List.of("inline:trees", "inline:trees-2", "inline:trees-3", "inline:trees-4")))
                .then()
                .statusCode(200);

        author.get(key, "/comparisons/auc-test").then().body("record.current", equalTo(false));
        Line.of(cast.author(), key, Gate.OPTIONS, "options.claims")
                .isUnmetBecause("filed before its runs or its criterion changed");
        file(PLAIN).then().statusCode(201).body("record.runs", hasSize(7));
        Line.of(cast.author(), key, Gate.OPTIONS, "options.claims").isMet();
    }

    @Test
    void filing_what_is_on_record_records_nothing_and_a_named_request_is_answered_once() {
        Road.attach(cast, key);
        String digest = file(PLAIN).then().statusCode(201).extract().path("record.digest");

        file(PLAIN).then().statusCode(201).body("record.digest", equalTo(digest));

        assertThat(Database.value("select count(*) from comparison c join decision d on d.id = c.decision_id"
                        + " where d.key = '" + key + "'"))
                .isEqualTo("1");
    }

    @Test
    void refuses_runs_on_other_content_and_names_them_until_the_difference_is_named() {
        Drafts.runs().forEach(run -> {
            if (run.get("name").asText().startsWith("trees")) {
                ((ObjectNode) run.at("/data/0")).put("sha256", OTHER);
            }
            author.post(key, "/runs", run).then().statusCode(201);
        });

        file(PLAIN)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-comparable"))
                .body("violations[0].wrong", containsString("inline:trees, inline:trees-2, inline:trees-3"))
                .body("violations[0].wrong", containsString("01234567"))
                .body("violations[0].right", containsString("DATASET"));
        Line.of(cast.author(), key, Gate.OPTIONS, "options.comparable").isUnmetBecause("01234567");
        Line.of(cast.author(), key, Gate.OPTIONS, "options.superiority").isUnmetBecause("different dataset content");

        file(named("DATASET", "The trees read the corrected labels; 12 of 70,000 rows differ"))
                .then()
                .statusCode(201)
                .body("comparable", equalTo(true))
                .body("differences[0].words", containsString("corrected labels"));

        Line.of(cast.author(), key, Gate.OPTIONS, "options.comparable").isMet();
        assertThat(Line.of(cast.author(), key, Gate.OPTIONS, "options.comparable")
                        .because())
                .contains("corrected labels");
        Line.of(cast.author(), key, Gate.OPTIONS, "options.superiority").isMet();
        for (String page : List.of("/comparisons/auc-test", "", "/gates/options")) {
            assertThat(page(page)).as(page).contains("corrected labels");
        }
    }

    @Test
    void what_is_named_covers_what_it_names_and_no_more() {
        Drafts.runs().forEach(run -> {
            if (run.get("name").asText().startsWith("trees")) {
                ((ObjectNode) run.at("/data/0")).put("sha256", OTHER);
                ((ObjectNode) run.at("/metrics/0")).put("n", 69_988);
            }
            author.post(key, "/runs", run).then().statusCode(201);
        });

        file(named("DATASET", "Corrected labels"))
                .then()
                .statusCode(409)
                .body("violations", hasSize(1))
                .body("violations[0].wrong", containsString("n = 69988"));
        file(named("SPLIT", "As agreed"))
                .then()
                .statusCode(422)
                .body("violations[0].wrong", containsString("do not differ in their split"));
    }

    @Test
    void compares_no_metric_that_points_the_other_way_and_no_other_split() {
        ObjectNode turned = Drafts.run("trees", 0.817);
        ((ObjectNode) turned.at("/metrics/0")).put("direction", "LOWER");
        ObjectNode training = Drafts.run("linear", 0.785);
        ((ObjectNode) training.at("/metrics/0")).put("split", "train");
        author.post(key, "/runs", turned).then().statusCode(201);
        author.post(key, "/runs", training).then().statusCode(201);

        file(PLAIN)
                .then()
                .statusCode(409)
                .body("violations.wrong", hasItem(containsString("inline:trees — lower is better")))
                .body("violations.wrong", hasItem(containsString("inline:linear — split train")));
    }

    @Test
    void counts_a_run_repeated_with_the_same_seeds_as_no_other_run() {
        Drafts.runs().forEach(run -> {
            ((ObjectNode) run.at("/randomness/seeds")).put("python", 1).put("numpy", 1);
            author.post(key, "/runs", run).then().statusCode(201);
        });

        file(PLAIN).then().statusCode(409).body("violations.wrong", hasItem(containsString("the same seeds")));
    }

    @Test
    void takes_no_value_beyond_what_can_be_reckoned_with() {
        ObjectNode vast = Drafts.run("trees", 0);
        ((ObjectNode) vast.at("/metrics/0")).put("value", new java.math.BigDecimal("1e350"));

        author.post(key, "/runs", vast)
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/metrics/0/value"))
                .body("violations[0].wrong", containsString("out of bounds"));
    }

    @Test
    void refuses_values_that_spread_beyond_numbers() {
        Drafts.runs().forEach(run -> {
            ((ObjectNode) run.at("/metrics/0"))
                    .put(
                            "value",
                            new java.math.BigDecimal(run.get("name").asText().endsWith("s") ? "1e300" : "-1e300"));
            author.post(key, "/runs", run).then().statusCode(201);
        });

        file(PLAIN).then().statusCode(409).body("detail", containsString("spread too far"));
        assertThat(page("/comparisons/auc-test")).contains("spread too far");
        author.get(key, "/comparisons/auc-test").then().statusCode(200);
    }

    @Test
    void says_what_is_wrong_with_a_request_and_what_would_be_right() {
        file(PLAIN).then().statusCode(409).body("type", equalTo("/problems/nothing-to-compare"));
        file(Map.of("criterion", "nothing"))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/criterion"))
                .body("violations[0].right", equalTo("auc-test"));
        file(named("WEATHER", "It rained")).then().statusCode(422).body("violations[0].right", notNullValue());
        file(Map.of("criterion", "auc-test", "differences", List.of(Map.of("covers", "SPLIT"))))
                .then()
                .statusCode(422);
        author.get(key, "/comparisons/nothing").then().statusCode(404);
    }

    @Test
    void whoever_files_one_works_on_the_decision_and_strangers_do_not_know_of_it() {
        Road.attachRuns(cast, key);

        Api.as(cast.colleague()).post(key, "/comparisons", PLAIN).then().statusCode(201);

        assertThat(Database.value("select (select id from person where username = '"
                        + cast.colleague().username() + "') = any (editors) from decision where key = '" + key + "'"))
                .isEqualTo("t");
        Api.as(cast.stranger()).get(key, "/comparisons").then().statusCode(404);
        Api.as(cast.stranger()).post(key, "/comparisons", PLAIN).then().statusCode(404);
        Api.as(cast.auditor()).get(key, "/comparisons/auc-test").then().statusCode(200);
        Api.as(cast.auditor()).post(key, "/comparisons", PLAIN).then().statusCode(403);
    }

    @Test
    void outdates_an_approval_that_did_not_see_it() {
        String reviewed = Road.inReview(cast, Gate.VERIFICATION);
        String seen = Api.as(cast.reviewer()).material(reviewed, Gate.VERIFICATION);
        author.post(reviewed, "/runs", Drafts.run("trees-4", 0.819)).then().statusCode(201);
        author.put(
                        reviewed,
                        "/options/trees/runs",
                        Map.of("runs", List.of("inline:trees", "inline:trees-2", "inline:trees-3", "inline:trees-4")))
                .then()
                .statusCode(200);
        String cited = Api.as(cast.reviewer()).material(reviewed, Gate.VERIFICATION);

        author.post(reviewed, "/comparisons", PLAIN).then().statusCode(201);

        assertThat(Api.as(cast.reviewer()).material(reviewed, Gate.VERIFICATION))
                .isNotIn(seen, cited);
        Api.as(cast.reviewer())
                .vote(reviewed, Gate.VERIFICATION, "APPROVE", cited)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/review-outdated"));
        assertThat(Api.as(cast.reviewer())
                        .get(reviewed, "/gates/verification/difference?since=1")
                        .asString())
                .contains("Comparison auc-test");
    }

    @Test
    void is_closed_once_verification_has_passed() {
        String published = Road.at(cast, Gate.PUBLICATION);

        author.post(published, "/comparisons", PLAIN)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/part-closed"));
    }

    private Response file(Object terms) {
        return author.post(key, "/comparisons", terms);
    }

    private static Map<String, Object> named(String trait, String words) {
        return Map.of("criterion", "auc-test", "differences", List.of(Map.of("covers", trait, "words", words)));
    }

    private String page(String path) {
        return author.request()
                .accept("text/html")
                .get("/decisions/" + key + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
