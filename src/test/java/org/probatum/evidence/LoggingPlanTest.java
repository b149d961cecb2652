package org.probatum.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** A decision's logging plan: its category's and more, edited by its team, seen by reviewers, and what runs are held to. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LoggingPlanTest {
    private static final Map<String, Object> RECALL = Map.of(
            "field", "metrics.recall",
            "required", true,
            "capturedBy", "the evaluation job",
            "when", "at evaluation",
            "storedIn", "run manifest",
            "why", "how many buyers are found at all");

    @Inject
    Casting casting;

    private Cast cast;
    private Api author;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        author = Api.as(cast.author());
    }

    @Test
    void starts_as_the_plan_of_the_category_and_takes_fields_of_the_teams_own() {
        String key = Road.at(cast, Gate.SCOPE);
        author.get(key, "/tracking-plan")
                .then()
                .body("own", equalTo(false))
                .body("entries.field", hasItems("code.commit", "search.space"))
                .body("entries.find { it.field == 'search.trials' }.required", equalTo(false));

        author.put(key, "/tracking-plan", and(key, RECALL)).then().statusCode(200);

        author.get(key, "/tracking-plan")
                .then()
                .header("ETag", equalTo(author.version(key)))
                .body("own", equalTo(true))
                .body("entries.find { it.field == 'metrics.recall' }.capturedBy", equalTo("the evaluation job"));
        author.get(key, "/events").then().body("summary", hasItem("revised the tracking-plan"));
        line(key, Gate.SCOPE, "scope.tracking-plan").isMet();
    }

    @Test
    void drops_what_the_category_does_not_require_and_nothing_else() {
        String key = Road.at(cast, Gate.SCOPE);
        List<Map<String, Object>> entries = entries(key);
        entries.removeIf(entry -> entry.get("field").equals("search.trials"));
        author.put(key, "/tracking-plan", Map.of("entries", entries)).then().statusCode(200);
        author.get(key, "/tracking-plan").then().body("entries.field", not(hasItem("search.trials")));

        entries.removeIf(entry -> entry.get("field").equals("code.commit"));
        author.put(key, "/tracking-plan", Map.of("entries", entries))
                .then()
                .statusCode(422)
                .body("violations[0].wrong", containsString("code.commit is left out"));
        entries.add(Map.of("field", "code.commit", "required", false));
        author.put(key, "/tracking-plan", Map.of("entries", entries))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", startsWith("/entries/"))
                .body("violations[0].wrong", containsString("code.commit is not required"));
    }

    @Test
    void takes_no_field_that_no_manifest_has_and_none_twice() {
        String key = Road.at(cast, Gate.SCOPE);

        author.put(key, "/tracking-plan", and(key, Map.of("field", "weather.wind")))
                .then()
                .statusCode(422)
                .body("violations[0].wrong", containsString("weather.wind"))
                .body("violations[0].right", containsString("metrics.<name>"));
        author.put(key, "/tracking-plan", and(key, Map.of("field", "code.commit")))
                .then()
                .statusCode(422)
                .body("violations[0].wrong", containsString("twice"));
    }

    @Test
    void is_the_categorys_again_when_it_is_emptied() {
        String key = Road.at(cast, Gate.SCOPE);
        author.put(key, "/tracking-plan", and(key, RECALL)).then().statusCode(200);

        author.put(key, "/tracking-plan", Map.of("entries", List.of())).then().statusCode(200);

        author.get(key, "/tracking-plan")
                .then()
                .body("own", equalTo(false))
                .body("entries.field", not(hasItem("metrics.recall")));
    }

    @Test
    void holds_every_cited_run_to_what_it_asks() {
        String key = Road.at(cast, Gate.SCOPE);
        author.put(
                        key,
                        "/tracking-plan",
                        and(
                                key,
                                RECALL,
                                Map.of("field", "parameters.rate"),
                                Map.of("field", "artifacts.confusion-matrix")))
                .then()
                .statusCode(200);

        line(key, Gate.VERIFICATION, "verification.metadata")
                .isUnmetBecause("trees (metrics.recall, artifacts.confusion-matrix)");
        author.get(key, "/runs/trees/completeness")
                .then()
                .body("missing.field", hasItems("metrics.recall", "artifacts.confusion-matrix"))
                .body("missing[0].capture.mlflow", containsString("mlflow.log_metric(\"recall\""));

        for (String name : List.of("linear", "trees")) {
            ObjectNode run = Drafts.run(name + "-recalled", 0.8);
            run.withArray("metrics").addObject().put("name", "recall").put("value", 0.6);
            run.withArray("artifacts")
                    .addObject()
                    .put("path", "plots/confusion-matrix.png")
                    .put("sha256", "sha256:" + "0123456789abcdef".repeat(4));
            author.post(key, "/runs", run).then().statusCode(201).body("completeness.missing.size()", equalTo(0));
        }
        author.put(key, "/options/status-quo/runs", Map.of("runs", List.of("inline:linear-recalled")))
                .then()
                .statusCode(200);
        author.put(key, "/options/trees/runs", Map.of("runs", List.of("inline:trees-recalled")))
                .then()
                .statusCode(200);
        line(key, Gate.VERIFICATION, "verification.metadata").isMet();
    }

    @Test
    void is_filed_with_the_decision_and_not_met_while_it_says_too_little() {
        ObjectNode decision = Drafts.decision(cast);
        decision.withArray("trackingPlan").addObject().put("field", "metrics.recall");
        String key = author.filed(decision);

        line(key, Gate.SCOPE, "scope.tracking-plan").isUnmetBecause("code.commit is left out");
        author.get(key, "/tracking-plan")
                .then()
                .body("entries.field", hasItems("metrics.recall", "code.commit", "search.space"));

        author.put(key, "/tracking-plan", and(key)).then().statusCode(200);
        line(key, Gate.SCOPE, "scope.tracking-plan").isUnmetBecause("does not say everything about metrics.recall");
    }

    @Test
    void is_part_of_what_reviewers_see_and_its_change_is_shown() {
        String key = Road.inReview(cast, Gate.SCOPE);
        Api reviewer = Api.as(cast.reviewer());
        String seen = reviewer.material(key, Gate.SCOPE);

        author.put(key, "/tracking-plan", and(key, RECALL)).then().statusCode(200);

        assertThat(reviewer.material(key, Gate.SCOPE)).isNotEqualTo(seen);
        reviewer.vote(key, Gate.SCOPE, "APPROVE", seen).then().statusCode(409);
        reviewer.get(key, "/gates/scope/difference?since=0")
                .then()
                .statusCode(200)
                .body("changes.path", hasItem(containsString("Logging plan metrics.recall")));
        assertThat(page(key, "/gates/scope")).contains("as its team wrote it");
    }

    @Test
    void comes_as_json_markdown_and_html() {
        String key = Road.at(cast, Gate.SCOPE);
        author.put(key, "/tracking-plan", and(key, RECALL)).then().statusCode(200);

        as(key, "text/markdown")
                .then()
                .contentType(startsWith("text/markdown"))
                .body(containsString("| metrics.recall | yes | the evaluation job |"));
        as(key, "text/html")
                .then()
                .contentType(startsWith("text/html"))
                .body(containsString("<code>metrics.recall</code>"));
        as(key, "application/json").then().contentType(startsWith("application/json"));
        as(key, "*/*").then().contentType(startsWith("application/json"));
        as(key, "application/pdf").then().statusCode(406);
        for (String ending : List.of("html", "md", "json")) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + cast.auditor().token())
                    .get("/decisions/" + key + "/plan." + ending)
                    .then()
                    .statusCode(200)
                    .header(
                            "Content-Disposition",
                            equalTo("attachment; filename=\"" + key + "-logging-plan." + ending + "\""))
                    .body(containsString("metrics.recall"));
        }
        assertThat(page(key, "/plan"))
                .contains("metrics.recall", "Edit the plan", "manifest[&quot;metrics&quot;].append");
    }

    @Test
    void is_revised_by_members_until_verification_has_passed() {
        String key = Road.at(cast, Gate.OPTIONS);
        author.put(key, "/tracking-plan", and(key, RECALL)).then().statusCode(200);
        Api.as(cast.reviewer()).put(key, "/tracking-plan", and(key)).then().statusCode(403);
        Api.as(cast.stranger()).put(key, "/tracking-plan", and(key)).then().statusCode(404);
        author.request()
                .body("{\"entries\": []}")
                .put("/api/v1/decisions/" + key + "/tracking-plan")
                .then()
                .statusCode(428);

        String passed = Road.at(cast, Gate.PUBLICATION);
        author.put(passed, "/tracking-plan", and(passed, RECALL)).then().statusCode(409);
        assertThat(page(passed, "/plan")).contains("could be revised until the Verification gate passed");
    }

    @Test
    void is_in_the_published_record() {
        String key = Road.at(cast, Gate.PUBLICATION, planned());
        Road.pass(cast, key, Gate.PUBLICATION);

        author.get(key, "/record").then().body("material.trackingPlan.field", hasItems("code.commit", "metrics.auc"));
        for (String ending : List.of("", ".md")) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + cast.auditor().token())
                    .get("/log/" + key + ending)
                    .then()
                    .statusCode(200)
                    .body(containsString("Logging plan"), containsString("metrics.auc"));
        }
    }

    /** A complete decision with a plan of its own. */
    private ObjectNode planned() {
        String draft = author.filed(Drafts.decision(cast));
        ObjectNode decision = Drafts.decision(cast);
        List<Map<String, Object>> entries = entries(draft);
        Map<String, Object> own = new HashMap<>(RECALL);
        own.put("field", "metrics.auc");
        entries.add(own);
        decision.set("trackingPlan", org.probatum.shared.Json.MAPPER.valueToTree(entries));
        return decision;
    }

    @Test
    void is_edited_by_a_form_that_loses_nothing() {
        String key = Road.at(cast, Gate.SCOPE);
        StringBuilder form = new StringBuilder("version=" + author.version(key).replace("\"", ""));
        List<Map<String, Object>> entries = entries(key);
        entries.add(RECALL);
        for (int i = 0; i < entries.size(); i++) {
            int row = i;
            entries.get(i).forEach((name, value) -> form.append("&/entries/" + row + "/" + name + "=" + value));
        }

        Calls.form(cast.author(), form.toString())
                .post("/decisions/" + key + "/edit/tracking-plan")
                .then()
                .statusCode(303);

        assertThat(entries(key)).isEqualTo(entries);
        Calls.form(cast.author(), form.toString())
                .post("/decisions/" + key + "/edit/tracking-plan")
                .then()
                .statusCode(412)
                .body(containsString("what you typed is still here"));
        Calls.form(
                        cast.author(),
                        "version=" + author.version(key).replace("\"", "") + "&/entries/0/field=metrics.recall")
                .post("/decisions/" + key + "/edit/tracking-plan")
                .then()
                .statusCode(422)
                .body(containsString("code.commit is left out"));
    }

    /** The plan as it stands and more. */
    @SafeVarargs
    private Map<String, Object> and(String key, Map<String, Object>... more) {
        List<Map<String, Object>> entries = entries(key);
        entries.addAll(List.of(more));
        return Map.of("entries", entries);
    }

    private List<Map<String, Object>> entries(String key) {
        List<Map<String, Object>> entries = new ArrayList<>();
        author.get(key, "/tracking-plan")
                .jsonPath()
                .<Map<String, Object>>getList("entries")
                .forEach(entry -> {
                    Map<String, Object> kept = new HashMap<>(entry);
                    kept.values().removeIf(""::equals);
                    entries.add(kept);
                });
        return entries;
    }

    private Line line(String key, Gate gate, String requirement) {
        return Line.of(cast.author(), key, gate, requirement);
    }

    private Response as(String key, String type) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + cast.auditor().token())
                .accept(type)
                .get("/api/v1/decisions/" + key + "/tracking-plan");
    }

    private String page(String key, String path) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + cast.author().token())
                .accept("text/html")
                .get("/decisions/" + key + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
