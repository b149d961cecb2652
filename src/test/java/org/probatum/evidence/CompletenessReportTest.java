package org.probatum.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probatum.decision.material.Category;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.TestDatabase;

/** What a run lacks is told the moment it is attached, field by field, with the lines that would record it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompletenessReportTest {
    @Inject
    Casting casting;

    private Cast cast;
    private Api author;
    private String key;

    @BeforeEach
    void file() {
        cast = casting.cast();
        author = Api.as(cast.author());
        key = author.filed(Drafts.decision(cast));
    }

    @Test
    void tells_on_attaching_what_blocks_a_rerun_what_the_category_asks_and_what_was_only_declared() {
        ObjectNode run = Drafts.run("trees", 0.817);
        ((ObjectNode) run.get("code")).remove("commit");
        run.remove("search");
        run.set("provenance", Drafts.object("""
                {"tool": "capture", "version": "2", "observed": ["/code", "/environment"], "declared": ["/data"]}"""));

        author.post(key, "/runs", run)
                .then()
                .statusCode(201)
                .body("completeness.gaps.pointer", contains("/code/commit"))
                .body("completeness.gaps[0].field", equalTo("code.commit"))
                .body("completeness.gaps[0].capture.python", containsString("rev-parse"))
                .body("completeness.gaps[0].capture.shell", containsString("git rev-parse HEAD"))
                .body("completeness.gaps[0].capture.mlflow", containsString("mlflow.source.git.commit"))
                .body("completeness.missing.pointer", contains("/search/space", "/search/selectionRule"))
                .body("completeness.declared.pointer", hasItems("/data/0/sha256", "/randomness/seeds"))
                .body("completeness.declared.pointer", not(hasItem("/code/repository")))
                .body("completeness.declared.find { it.pointer == '/data/0/sha256' }.sight", equalTo("DECLARED"))
                .body("completeness.declared.find { it.pointer == '/randomness/seeds' }.sight", equalTo("UNSAID"))
                .body("completeness.declared.weaker", hasItem(containsString("nobody saw")));
    }

    @Test
    void tells_the_same_again_of_any_run_and_on_its_page() {
        ObjectNode run = Drafts.run("trees", 0.817);
        run.remove(List.of("randomness", "search"));
        author.post(key, "/runs", run).then().statusCode(201);

        author.get(key, "/runs/trees/completeness")
                .then()
                .statusCode(200)
                .body("gaps.pointer", contains("/randomness/seeds"))
                .body("missing.field", contains("search.space", "search.selectionRule"));
        author.get(key, "/runs/inline:trees/completeness").then().statusCode(200);
        author.get(key, "/runs/none/completeness").then().statusCode(404);
        assertThat(page("/decisions/" + key + "/runs/trees"))
                .contains(
                        "/randomness/seeds",
                        "keeps it from being re-run",
                        "2 fields</span> of the plan are missing",
                        "numpy.random.seed(seed)",
                        "b7856fdd9f3485296f53c9600fcd90ceea5bb517",
                        "clicks-2026q1",
                        "model.bin",
                        "0.817");
    }

    @Test
    void finds_nothing_missing_in_a_complete_run() {
        author.post(key, "/runs", Drafts.run("trees", 0.817))
                .then()
                .statusCode(201)
                .body("completeness.gaps.size()", equalTo(0))
                .body("completeness.missing.size()", equalTo(0));

        assertThat(page("/decisions/" + key + "/runs/trees"))
                .contains("It can be re-run from its manifest", "Nothing else that the plan requires is missing");
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void serves_the_tracking_schema_of_each_category(Category category) {
        String name = "run-" + category.name().toLowerCase(java.util.Locale.ROOT) + "-1.json";

        RestAssured.given()
                .get("/schemas/" + name)
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("'$id'", equalTo("https://probatum.org/schemas/" + name))
                .body("allOf[0].'$ref'", equalTo("run-1.json"))
                .body("allOf.title", hasItem("code.commit"));
        RestAssured.given()
                .accept("application/json")
                .get("/schemas")
                .then()
                .statusCode(200)
                .body("name", hasItems(name, "run-1.json", "decision-1.json"));
        RestAssured.given()
                .accept("text/html")
                .get("/schemas")
                .then()
                .statusCode(200)
                .body(containsString(name));
    }

    @Test
    void serves_no_schema_of_a_category_that_is_none() {
        RestAssured.given().get("/schemas/run-weather-1.json").then().statusCode(404);
        RestAssured.given().get("/schemas/run-1.json").then().statusCode(200);
    }

    private String page(String path) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + cast.author().token())
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
