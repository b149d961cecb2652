package org.probatum.support;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.probatum.decision.Gate;
import org.probatum.shared.Json;

/** Calls the API as somebody. What ends in "ed" in a test's own words is done through here and must succeed. */
public final class Api {
    private static final String DECISIONS = "/api/v1/decisions";

    private final Player player;

    private Api(Player player) {
        this.player = player;
    }

    public static Api as(Player player) {
        return new Api(player);
    }

    /** A request that says who asks and sends JSON. */
    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + player.token())
                .accept("application/json, application/problem+json")
                .contentType(ContentType.JSON);
    }

    public Response get(String path) {
        return request().get(path);
    }

    /** Reads something of a decision; a record, whichever test reads it, is as its schema says. */
    public Response get(String key, String part) {
        Response answer = request().get(DECISIONS + "/" + key + part);
        if (part.equals("/record") && answer.statusCode() == 200) {
            RecordSchema.holds(tree(answer));
        }
        return answer;
    }

    public Response post(String key, String part, Object body) {
        return request().header("If-Match", version(key)).body(text(body)).post(DECISIONS + "/" + key + part);
    }

    public Response put(String key, String part, Object body) {
        return request().header("If-Match", version(key)).body(text(body)).put(DECISIONS + "/" + key + part);
    }

    public Response file(Object decision) {
        return request().body(text(decision)).post(DECISIONS);
    }

    /** Files a decision that must be accepted or declined, and gives its key. */
    public String filed(Object decision) {
        return tree(file(decision).then().statusCode(201).extract().response())
                .get("key")
                .asText();
    }

    public Response submit(String key) {
        return request().header("If-Match", version(key)).post(DECISIONS + "/" + key + "/submissions");
    }

    /** Votes on the material as the gate shows it now. */
    public Response vote(String key, Gate gate, String vote) {
        return vote(key, gate, vote, material(key, gate));
    }

    /** Votes on material with a digest. */
    public Response vote(String key, Gate gate, String vote, String material) {
        return request()
                .body(text(Map.of("vote", vote, "comment", "Read it; " + vote + ".", "material", material)))
                .post(DECISIONS + "/" + key + "/gates/" + gate.slug() + "/reviews");
    }

    /** Ends the rejection that waits at a gate: by its confirmation, or by its withdrawal. */
    public Response end(String key, Gate gate, String how) {
        Object rejection = get(key, "/gates/" + gate.slug()).path("rejections[0]");
        return request()
                .body(text(Map.of("comment", "I read it too")))
                .post(DECISIONS + "/" + key + "/gates/" + gate.slug() + "/rejections/" + rejection + "/" + how);
    }

    /** Votes for somebody absent, on the material as the gate shows it now. */
    public Response voteFor(String absent, String key, Gate gate, String vote) {
        return request()
                .body(text(Map.of(
                        "vote",
                        vote,
                        "comment",
                        "Read it; " + vote + ".",
                        "material",
                        material(key, gate),
                        "onBehalfOf",
                        absent)))
                .post(DECISIONS + "/" + key + "/gates/" + gate.slug() + "/reviews");
    }

    /** The digest of the material a gate shows. */
    public String material(String key, Gate gate) {
        return tree(get(key, "/gates/" + gate.slug())
                        .then()
                        .statusCode(200)
                        .extract()
                        .response())
                .get("material")
                .asText();
    }

    public Response assess(String key, String option, String dimension) {
        return request()
                .body("{\"rating\": 3, \"reason\": \"Measured; as it was before\"}")
                .put(DECISIONS + "/" + key + "/trade-offs/" + option + "/" + dimension);
    }

    /** The version of a decision as an entity tag; of one that cannot be seen, some version. */
    public String version(String key) {
        String tag = request().get(DECISIONS + "/" + key).header("ETag");
        return tag == null ? "\"0\"" : tag;
    }

    /** Where a decision stands: its stage, with a question mark while its gate waits for a review. */
    public String stage(String key) {
        JsonNode decision = tree(get(key, ""));
        return decision.get("stage").asText() + (decision.get("inReview").asBoolean() ? "?" : "");
    }

    /** An answer as a tree: an expression of the HTTP library's is a script, compiled anew each time. */
    public static JsonNode tree(Response answer) {
        return Json.read(answer.asString(), JsonNode.class);
    }

    static String text(Object body) {
        return body instanceof String words ? words : Json.write(body);
    }
}
