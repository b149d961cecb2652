package org.probatum.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Pdf;
import org.probatum.support.RecordSchema;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** The record of a published decision: the same facts in every format, for everybody signed in, for ever. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RecordTest {
    private static final String HOSTILE =
            "A <script>alert(1)</script> [link](javascript:alert(2)) ![](x) **b** | `` ` <b>c</b> {d} &amp; 'q' \"r\"";

    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "text/markdown, text/markdown",
        "text/html, text/html",
        "'text/markdown;q=0.9, application/json;q=0.1', text/markdown",
        "*/*, application/json"
    })
    void comes_in_the_format_asked_for(String accepted, String type) {
        String key = Road.published(cast);

        record(key, accepted)
                .then()
                .statusCode(200)
                .contentType(containsString(type))
                .header("Vary", containsString("Accept"))
                .body(containsString("Replace the linear ranker of catalogue 7 with boosted trees"))
                .body(containsString(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/csv", "image/png"})
    void does_not_come_in_a_format_it_is_not_offered_in(String accepted) {
        String key = Road.published(cast);

        record(key, accepted).then().statusCode(406);
    }

    @Test
    void is_there_only_once_published() {
        String key = Road.inReview(cast, Gate.PUBLICATION);
        record(key, "application/json").then().statusCode(404);

        Api.as(cast.reviewer()).vote(key, Gate.PUBLICATION, "APPROVE").then().statusCode(201);

        for (var reader : List.of(cast.stranger(), cast.auditor(), cast.colleague())) {
            Api.as(reader).get(key, "/record").then().statusCode(200);
        }
        io.restassured.RestAssured.given()
                .accept("application/json")
                .get("/api/v1/decisions/" + key + "/record")
                .then()
                .statusCode(401);
    }

    @Test
    void has_the_digest_of_its_canonical_json_in_every_format() throws Exception {
        String key = Road.published(cast);

        byte[] canonical = new JsonCanonicalizer(record(key, "application/json").asString()).getEncodedUTF8();

        String digest = "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        record(key, "application/json").then().header("ETag", equalTo("\"" + digest + "\""));
        record(key, "text/markdown").then().body(containsString("digest: " + digest));
        record(key, "text/html").then().body(containsString(digest));
        assertThat(Database.value("select payload ->> 'record' from decision_event where type = 'Published' and"
                        + " decision_id = (select id from decision where key = '" + key + "')"))
                .isEqualTo(digest);
    }

    @Test
    void is_as_its_schema_says() {
        ObjectNode record = (ObjectNode) Api.tree(Api.as(cast.stranger()).get(Road.published(cast), "/record"));

        RecordSchema.holds(record);
        RecordSchema.fails(record.deepCopy().put("surplus", 1));
        for (String field : List.of("key", "material", "gates", "publishedAt")) {
            RecordSchema.fails(record.deepCopy().without(field));
        }
        ((ObjectNode) record.at("/material/scope")).put("surplus", 1);
        RecordSchema.fails(record);
    }

    @Test
    void need_not_be_fetched_again_by_whoever_has_it() {
        String key = Road.published(cast);
        List<String> tagged = List.of("application/json", "text/markdown", "application/pdf");
        Map<String, String> tags = tagged.stream()
                .collect(Collectors.toMap(
                        format -> format, format -> record(key, format).header("ETag")));

        for (String had : tagged) {
            for (String wanted : tagged) {
                again(key, wanted, tags.get(had))
                        .then()
                        .statusCode(had.equals(wanted) ? 304 : 200)
                        .header("Vary", equalTo("Accept"));
            }
        }
        for (String changing : List.of("text/html", "application/vnd.in-toto+json")) {
            record(key, changing).then().header("ETag", nullValue());
        }
    }

    @Test
    void leads_to_what_proves_it() {
        String key = Road.published(cast);
        String page = record(key, "text/html").asString();
        List<String> proofs =
                List.of("/api/v1/decisions/" + key + "/bundle", "/log/key", "/log/" + key + ".intoto.json");

        assertThat(page).contains("probatum verify " + key + ".bundle.json --key log.vkey");
        for (String proof : proofs) {
            assertThat(page).contains("href=\"" + proof + "\"");
            Api.as(cast.stranger()).request().accept("*/*").get(proof).then().statusCode(200);
        }
        assertThat(Api.as(cast.stranger())
                        .request()
                        .accept("*/*")
                        .get("/log/" + key + ".intoto.json")
                        .asString())
                .isEqualTo(record(key, "application/vnd.in-toto+json").asString());
    }

    @Test
    void is_set_anew_for_reading_once_it_is_questioned() throws Exception {
        String key = Road.published(cast);
        String markdown = record(key, "text/markdown").header("ETag");
        String paper = record(key, "application/pdf").header("ETag");
        String json = record(key, "application/json").header("ETag");
        assertThat(record(key, "text/markdown").asString()).contains("status: accepted");

        Api.as(cast.author())
                .post(key, "/questions", Drafts.object("{\"reason\": \"Scores drift by *4 %*\"}"))
                .then()
                .statusCode(201);

        assertThat(again(key, "text/markdown", markdown)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("status: questioned", "* **Questioned** by ", ": Scores drift by \\*4 %\\*.");
        try (Pdf pdf = new Pdf(again(key, "application/pdf", paper)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray())) {
            assertThat(pdf.text()).contains("Questioned since", "Scores drift by *4 %*.");
        }
        again(key, "application/json", json).then().statusCode(304);
    }

    private Response again(String key, String format, String tag) {
        return Api.as(cast.author())
                .request()
                .accept(format)
                .header("If-None-Match", tag)
                .get("/api/v1/decisions/" + key + "/record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"probatum", "probatum_owner"})
    void is_changed_by_nobody(String role) throws SQLException {
        String key = Road.published(cast);
        String before = record(key, "application/json").asString();

        try (Connection connection = Database.as(role);
                Statement statement = connection.createStatement()) {
            for (String change :
                    List.of("update record set title = 'Other'", "delete from record", "truncate record")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .isInstanceOf(SQLException.class)
                        .satisfies(refused -> assertThat(((SQLException) refused).getSQLState())
                                .isEqualTo("42501"));
            }
        }
        assertThat(record(key, "application/json").asString()).isEqualTo(before);
    }

    @Test
    void shows_what_people_wrote_as_text_and_never_as_markup() {
        String key = Road.at(cast, Gate.PUBLICATION, hostile());
        Api.as(cast.author()).submit(key).then().statusCode(201);
        Api reviewer = Api.as(cast.reviewer());
        reviewer.request()
                .body(org.probatum.shared.Json.write(java.util.Map.of(
                        "vote", "APPROVE", "comment", HOSTILE, "material", reviewer.material(key, Gate.PUBLICATION))))
                .post("/api/v1/decisions/" + key + "/gates/publication/reviews")
                .then()
                .statusCode(201);

        String html = record(key, "text/html").asString();
        String markdown = record(key, "text/markdown").asString();

        assertThat(html)
                .contains("A &lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<b>c</b>");
        assertThat(occurrences(markdown, "A &lt;script&gt;alert(1)&lt;/script&gt; \\[link\\](javascript:alert(2))"))
                .as(markdown)
                .isGreaterThanOrEqualTo(9);
        assertThat(outsideCode(markdown))
                .doesNotContain("<script", "<b>", "[link](", " **b**", "\n# Injected", "\n---\nx");
        assertThat(markdown).contains("\\*\\*b\\*\\* \\| \\`\\` \\`");
        assertThat(record(key, "application/json").<String>path("profile.title"))
                .isEqualTo(HOSTILE);
    }

    /** A decision that tries to be markup wherever people write. */
    private ObjectNode hostile() {
        ObjectNode decision = Drafts.decision(cast).put("title", HOSTILE);
        ((ObjectNode) decision.at("/scope/outcomes/0")).put("statement", HOSTILE + "\n# Injected\n---\nx");
        ((ObjectNode) decision.at("/scope/constraints/0")).put("statement", HOSTILE);
        ((ObjectNode) decision.at("/scope/assumptions/0")).put("check", HOSTILE);
        ((ObjectNode) decision.at("/options/1")).put("title", HOSTILE).put("description", HOSTILE + "\n\n# Injected");
        ((ObjectNode) decision.at("/rationale/0")).put("claim", HOSTILE);
        ((ObjectNode) decision.at("/risks/0")).put("title", HOSTILE);
        ((ObjectNode) decision.at("/rollout/0/go")).put("metric", HOSTILE);
        ((ObjectNode) decision.at("/followUps/0")).put("action", HOSTILE);
        ((ObjectNode) decision.get("summary"))
                .put("context", "# Injected\n" + HOSTILE)
                .put("consequences", HOSTILE);
        decision.withObject("/scope")
                .withArray("outcomes")
                .addObject()
                .put("metric", "auc")
                .put("direction", "HIGHER")
                .put("target", 0.5)
                .put("statement", "- " + HOSTILE);
        return decision;
    }

    private Response record(String key, String accepted) {
        return Api.as(cast.author()).request().accept(accepted).get("/api/v1/decisions/" + key + "/record");
    }

    private static int occurrences(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private static String outsideCode(String markdown) {
        return markdown.replaceAll("(?<!\\\\)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
    }
}
