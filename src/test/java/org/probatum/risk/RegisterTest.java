package org.probatum.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** The register says of every risk what its decision says, whatever was done to it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisterTest {
    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void equals_what_the_material_says_after_random_edits() {
        List<String> keys = List.of(Road.at(cast, Gate.TRADE_OFFS), Road.at(cast, Gate.OPTIONS));
        Random random = new Random(7);

        for (int i = 0; i < 40; i++) {
            String key = keys.get(random.nextInt(keys.size()));
            switch (random.nextInt(4)) {
                case 0 -> edit(key, random);
                case 1 -> accept(cast.owner(), key, "r" + (1 + random.nextInt(4)));
                case 2 ->
                    Api.as(cast.owner())
                            .post(
                                    key,
                                    "/risks/r" + (1 + random.nextInt(4)) + "/revocations",
                                    Map.of("reason", "Not after all"));
                default -> Api.as(cast.author()).put(key, "/risks", Map.of("risks", risks(random)));
            }
            keys.forEach(this::isAsFiled);
        }
        Api.as(cast.author()).post(keys.get(0), "/withdrawal", Map.of("reason", "Not needed"));

        assertThat(states(keys.get(0))).allMatch("CLOSED"::equals);
        assertThat(states(keys.get(1))).doesNotContain("CLOSED");
    }

    @Test
    void says_where_each_risk_stands() {
        String key = Road.at(cast, Gate.TRADE_OFFS);
        ArrayNode risks = Json.MAPPER.createArrayNode();
        risks.add(risk("within", "RARE", "MINOR", "RARE", "MINOR"));
        risks.add(risk("mitigated", "LIKELY", "MAJOR", "RARE", "MINOR"));
        risks.add(risk("open", "LIKELY", "MAJOR", "POSSIBLE", "MAJOR"));
        risks.add(risk("accepted", "LIKELY", "MAJOR", "POSSIBLE", "MAJOR"));
        risks.add(risk("lapsed", "LIKELY", "MAJOR", "POSSIBLE", "MAJOR"));
        Api.as(cast.author()).put(key, "/risks", Map.of("risks", risks)).then().statusCode(200);
        accept(cast.owner(), key, "accepted").then().statusCode(201);
        accept(cast.owner(), key, "lapsed").then().statusCode(201);
        Api.as(cast.owner())
                .post(key, "/risks/lapsed/revocations", Map.of("reason", "It grew"))
                .then()
                .statusCode(201);

        Response listed = Api.as(cast.author()).get("/api/v1/risks?team=" + cast.team());

        assertThat(listed.jsonPath().<String, String>getMap("items.collectEntries { [it.risk, it.state] }"))
                .containsAllEntriesOf(Map.of(
                        "within", "WITHIN_TOLERANCE",
                        "mitigated", "MITIGATED",
                        "open", "OPEN",
                        "accepted", "ACCEPTED",
                        "lapsed", "ACCEPTANCE_EXPIRED"));
        for (String state : List.of("WITHIN_TOLERANCE", "MITIGATED", "OPEN", "ACCEPTED", "ACCEPTANCE_EXPIRED")) {
            List<String> only = Api.as(cast.author())
                    .get("/api/v1/risks?team=" + cast.team() + "&state=" + state)
                    .jsonPath()
                    .getList("items.state");
            assertThat(only).hasSize(1).containsOnly(state);
        }
    }

    @Test
    void is_paged_without_gap_or_overlap_and_downloaded_whole() {
        for (int i = 0; i < 3; i++) {
            String key = Api.as(cast.author()).filed(Drafts.decision(cast));
            Api.as(cast.author())
                    .put(key, "/risks", Map.of("risks", risks(new Random(i))))
                    .then()
                    .statusCode(200);
        }
        String all = "/api/v1/risks?team=" + cast.team();
        List<String> whole =
                Api.as(cast.author()).get(all + "&limit=200").jsonPath().getList("items.risk");
        List<Integer> points =
                Api.as(cast.author()).get(all + "&limit=200").jsonPath().getList("items.points");

        List<String> paged = new ArrayList<>();
        String next = all + "&limit=2";
        while (next != null) {
            Response page = Api.as(cast.author()).get(next);
            paged.addAll(page.jsonPath().<String>getList("items.risk"));
            next = page.path("next");
        }

        assertThat(whole).hasSizeGreaterThan(5);
        assertThat(points).isSortedAccordingTo((a, b) -> b - a);
        assertThat(paged).isEqualTo(whole);
        Response csv = file(cast.author(), "/risks.csv?team=" + cast.team());
        csv.then().statusCode(200);
        assertThat(csv.asString().lines()).hasSize(whole.size() + 1);
        Response json = Api.as(cast.author()).get("/risks.json?team=" + cast.team());
        assertThat(json.jsonPath().<String>getList("risk")).isEqualTo(whole);
    }

    @Test
    void writes_no_formula_into_a_spreadsheet() {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));
        Api.as(cast.author())
                .post(key, "/risks", Map.of("title", "=HYPERLINK(\"http://example.org\", \"see, here\")"))
                .then()
                .statusCode(201);

        String csv = file(cast.author(), "/risks.csv?team=" + cast.team()).asString();

        assertThat(csv)
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\", \"\"see, here\"\")\"")
                .doesNotContain(",=");
    }

    @Test
    void shows_nobody_what_they_may_not_see() {
        Road.at(cast, Gate.SCOPE);
        String published = Road.published(cast);

        for (String path : List.of("/api/v1/risks?team=", "/risks.csv?team=", "/risks.json?team=")) {
            String seen = file(cast.stranger(), path + cast.team()).asString();
            assertThat(seen).contains(published).doesNotContain(cast.prefix() + "-1\"", cast.prefix() + "-1,");
        }
        file(cast.stranger(), "/risks/" + cast.prefix() + "-1/drift").then().statusCode(404);
        file(cast.stranger(), "/team/" + cast.team() + "/appetite").then().statusCode(404);
        Api.as(cast.stranger())
                .get("/api/v1/teams/" + cast.team() + "/appetite")
                .then()
                .statusCode(404);
        Api.as(cast.auditor())
                .get("/api/v1/risks?team=" + cast.team())
                .then()
                .statusCode(200)
                .body("items.findAll { it.decision == '" + cast.prefix() + "-1' }.size()", equalTo(2));
    }

    private void edit(String key, Random random) {
        ArrayNode risks = (ArrayNode) filed(key);
        if (risks.isEmpty()) {
            return;
        }
        ObjectNode risk = (ObjectNode) risks.get(random.nextInt(risks.size()));
        risk.put("mitigation", "Take " + random.nextInt(3));
        Api.as(cast.author())
                .put(key, "/risks/" + risk.get("id").asText(), risk)
                .then()
                .statusCode(200);
    }

    private void isAsFiled(String key) {
        List<Map<String, Object>> listed = Api.as(cast.author())
                .get("/api/v1/risks?state=ALL&limit=200&q=" + key)
                .jsonPath()
                .getList("items");
        JsonNode filed = filed(key);
        assertThat(listed).hasSize(filed.size());
        for (JsonNode risk : filed) {
            Map<String, Object> row = listed.stream()
                    .filter(r -> r.get("risk").equals(risk.get("id").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.get("title")).isEqualTo(risk.get("title").asText());
            assertThat(row.get("owner")).isEqualTo(risk.path("owner").asText(null));
            assertThat(row.get("points")).isEqualTo(points(risk, "residualLikelihood", "residualImpact"));
            assertThat(row.get("inherentPoints")).isEqualTo(points(risk, "likelihood", "impact"));
            String standing = file(
                            cast.author(),
                            "/risks/" + key + "/" + risk.get("id").asText())
                    .asString();
            assertThat(row.get("state").equals("ACCEPTED"))
                    .as(key + " " + risk)
                    .isEqualTo(standing.contains("</span> holds</span>"));
        }
    }

    private JsonNode filed(String key) {
        return Json.read(Api.as(cast.author()).get(key, "").asString(), JsonNode.class)
                .at("/risks");
    }

    private List<String> states(String key) {
        return Api.as(cast.author())
                .get("/api/v1/risks?state=ALL&limit=200&q=" + key)
                .jsonPath()
                .getList("items.state");
    }

    private static int points(JsonNode risk, String likelihood, String impact) {
        if (!risk.has(likelihood) || !risk.has(impact)) {
            return 0;
        }
        return (Likelihood.valueOf(risk.get(likelihood).asText()).ordinal() + 1)
                * (Impact.valueOf(risk.get(impact).asText()).ordinal() + 1);
    }

    private ArrayNode risks(Random random) {
        ArrayNode risks = Json.MAPPER.createArrayNode();
        int number = 1 + random.nextInt(4);
        for (int i = 1; i <= number; i++) {
            risks.add(risk(
                    "r" + i,
                    any(random, Likelihood.values()),
                    any(random, Impact.values()),
                    any(random, Likelihood.values()),
                    any(random, Impact.values())));
        }
        return risks;
    }

    private static String any(Random random, Enum<?>[] values) {
        return values[random.nextInt(values.length)].name();
    }

    private ObjectNode risk(String id, String likelihood, String impact, String residual, String residualImpact) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("title", "Risk " + id)
                .put("likelihood", likelihood)
                .put("impact", impact)
                .put("mitigation", "Watched")
                .put("residualLikelihood", residual)
                .put("residualImpact", residualImpact)
                .put("owner", cast.owner().username())
                .put("due", "2027-03-01")
                .put("verification", "The weekly report");
    }

    /** As a browser asks: for whatever there is. */
    private static Response file(Player player, String path) {
        return Calls.request(player).accept("*/*").get(path);
    }

    private Response accept(Player player, String key, String risk) {
        String expires = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        return Api.as(player)
                .post(key, "/risks/" + risk + "/acceptances", Map.of("expires", expires, "reason", "Watched weekly"));
    }
}
