package org.probatum.shared.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.probatum.shared.Json;
import org.probatum.support.TestDatabase;

/** The OpenAPI document tells programs what they need and nothing that is not so. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApiDescriptionTest {
    @Test
    void describes_the_api_and_no_page() {
        JsonNode paths = document().path("paths");

        assertThat(paths.size()).isGreaterThan(25);
        assertThat(paths.fieldNames()).toIterable().allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void names_for_every_body_the_schema_it_is_checked_against() {
        JsonNode document = document();
        List<String> asking = new ArrayList<>();

        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : operations(path.getValue())) {
                String route = operation.getKey() + " " + path.getKey();
                String ref = operation.getValue().at("/requestBody/$ref").asText();
                if (!ref.isEmpty()) {
                    asking.add(route);
                    assertThat(schema(document, ref)).as(route).isNotEmpty();
                } else if (!operation.getKey().equals("get")
                        && !operation.getKey().equals("delete")) {
                    assertThat(route).matches(".*/(submissions|continuations|cancellation)");
                }
            }
        }

        assertThat(asking).hasSizeGreaterThan(20);
    }

    @Test
    void says_how_refusals_look_and_how_to_be_known() {
        JsonNode document = document();

        for (JsonNode path : document.path("paths")) {
            operations(path).forEach(operation -> {
                assertThat(operation.getValue().at("/responses/4XX/$ref").asText())
                        .isEqualTo("#/components/responses/Problem");
                assertThat(operation.getValue().at("/security/0").has("token")).isTrue();
            });
        }
        assertThat(document.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.at("/components/responses/Problem/content").has("application/problem+json"))
                .isTrue();
    }

    @Test
    void says_that_the_deploy_gate_is_asked_for_one_thing() {
        JsonNode asked = document().at("/paths/~1api~1v1~1admissions/get/parameters");

        assertThat(asked).hasSize(2).allSatisfy(parameter -> {
            assertThat(parameter.path("required").asBoolean()).isTrue();
            assertThat(parameter.at("/schema/type").asText()).isEqualTo("string");
        });
    }

    /** The schema that a reference to a request body leads to, as it is served. */
    private static JsonNode schema(JsonNode document, String ref) {
        JsonNode body = document.at(ref.substring(1));
        String[] address =
                body.at("/content/application~1json/schema/$ref").asText().split("#", 2);
        JsonNode served = Json.read(
                given().get(address[0]).then().statusCode(200).extract().asString(), JsonNode.class);
        return address.length == 1 ? served : served.at(address[1]);
    }

    /** A path's operations by their methods; parameters that all of them share stand beside them. */
    private static List<Map.Entry<String, JsonNode>> operations(JsonNode path) {
        return path.properties().stream()
                .filter(member -> member.getValue().isObject())
                .toList();
    }

    private static JsonNode document() {
        return Json.read(
                given().accept("application/json").get("/q/openapi?format=json").asString(), JsonNode.class);
    }
}
