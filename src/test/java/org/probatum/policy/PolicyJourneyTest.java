package org.probatum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Candidate;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** A table from upload to judging: checked, kept, tried out, put in force by two, and named in every event it judged. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PolicyJourneyTest {
    private static final String POLICIES = "/api/v1/policies/";

    @Inject
    Casting casting;

    private Cast cast;
    private Player first;
    private Player second;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        first = cast.administrator();
        second = casting.cast().administrator();
    }

    @AfterEach
    void backToTheFirst() {
        for (Table table : List.of(Table.REQUIREMENT_POLICY, Table.GATE_TERMS, Table.RISK_RATING)) {
            if (!inForce(table).equals("1")) {
                activate(first, table, 1).then().statusCode(201);
                activate(second, table, 1).then().statusCode(201);
            }
        }
    }

    @Test
    void is_put_in_force_by_two_and_judges_from_then_on() {
        int number = uploaded(Table.GATE_TERMS, "<text>\"1 × REVIEWER\"</text>", "<text>\"2 × REVIEWER\"</text>");
        String before = Api.as(first).get(POLICIES).path("digest");
        Instant earlier = Instant.now();

        assertThat(activate(first, Table.GATE_TERMS, number).<String>path("state"))
                .isEqualTo("awaiting confirmation");
        assertThat(activate(first, Table.GATE_TERMS, number).statusCode()).isEqualTo(409);
        assertThat(inForce(Table.GATE_TERMS)).isEqualTo("1");
        assertThat(activate(second, Table.GATE_TERMS, number).<String>path("state"))
                .isEqualTo("in force");

        assertThat(inForce(Table.GATE_TERMS)).isEqualTo(String.valueOf(number));
        assertThat(Database.value(
                        "select string_agg(type, ' ' order by id) from log_event where payload ->> 'table' = '"
                                + Table.GATE_TERMS + "' and payload ->> 'version' = '" + number + "'"))
                .isEqualTo("PolicyUploaded PolicyProposed PolicyActivated");
        assertThat(Api.as(first).get(POLICIES).<String>path("digest")).isNotEqualTo(before);
        assertThat(Api.as(first).get(POLICIES + "?on=" + earlier).<List<Map<String, Object>>>path("tables"))
                .anySatisfy(
                        t -> assertThat(t).containsEntry("table", "gate-terms").containsEntry("version", 1));
    }

    @Test
    void refuses_whoever_is_no_platform_owner_and_a_table_that_is_wrong() {
        Stored before = Stored.now();

        Response stranger = upload(cast.author(), Table.RISK_RATING, Candidate.table());
        Response wrong = upload(
                first,
                Table.RISK_RATING,
                Candidate.table()
                        .replace(
                                "\"MAJOR\"</text>\n        </inputEntry>", "\"MAJORR\"</text>\n        </inputEntry>"));

        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.<String>path("violations[0].pointer")).isEqualTo("/rules/4/Impact");
        assertThat(wrong.<String>path("violations[0].wrong")).contains("Risk rating, rule 4, Impact", "MAJORR");
        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void keeps_with_every_event_what_was_judged_by_which_version() {
        String key = Road.at(cast, Gate.OPTIONS);

        List<Map<String, Object>> events =
                Api.as(cast.author()).get(key, "/events").jsonPath().getList("");
        Map<String, String> payloads = events.stream()
                .collect(Collectors.toMap(e -> (String) e.get("type"), e -> (String) e.get("payload"), (a, b) -> a));

        assertThat(payloads.get("Filed")).contains("IntakeBoundary", "DecisionTier", "\"version\"", "productionImpact");
        assertThat(payloads.get("StageSubmitted")).contains("GateTerms", "slots", "workingDays");
        assertThat(payloads.get("Reviewed")).contains("RequirementPolicy", "scope.boundary", "REQUIRED");
        assertThat(Api.as(cast.author())
                        .request()
                        .accept("text/html")
                        .get("/decisions/" + key + "/history")
                        .asString())
                .contains("DecisionTier, version");
    }

    @Test
    void shows_what_is_advisory_and_asks_nothing_that_is_off() {
        String key = Road.at(cast, Gate.SCOPE);
        var draft = Drafts.decision(cast);
        draft.withObject("/scope").putArray("constraints");
        String bare = Api.as(cast.author()).filed(draft);
        Line.of(cast.author(), bare, Gate.SCOPE, "scope.constraints").isUnmetBecause("");

        force(Table.REQUIREMENT_POLICY, rule("Constraints", "ADVISORY"));
        Line advisory = Line.of(cast.author(), bare, Gate.SCOPE, "scope.constraints");
        boolean met = Api.as(cast.author()).get(bare, "/gates/scope").path("met");
        force(Table.REQUIREMENT_POLICY, rule("Constraints", "OFF"));

        assertThat(advisory.state()).isEqualTo("unsatisfied");
        assertThat(met).isTrue();
        Line.of(cast.author(), bare, Gate.SCOPE, "scope.constraints").doesNotApplyBecause("Off by policy");
        assertThat(key).isNotEqualTo(bare);
    }

    private void force(Table table, String[] change) {
        int number = uploaded(table, change[0], change[1]);
        activate(first, table, number).then().statusCode(201);
        activate(second, table, number).then().statusCode(201);
    }

    private static String[] rule(String id, String binding) {
        String entry = "<outputEntry id=\"" + id + "_binding\">\n          <text>\"";
        return new String[] {entry + "REQUIRED", entry + binding};
    }

    private int uploaded(Table table, String was, String is) {
        String dmn = InstallTables.shipped(table);
        assertThat(dmn).contains(was);
        String changed =
                dmn.replaceFirst(java.util.regex.Pattern.quote(was), java.util.regex.Matcher.quoteReplacement(is));
        return upload(first, table, changed + "<!-- " + cast.team() + " " + is.hashCode() + " -->")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
    }

    private static Response upload(Player player, Table table, String dmn) {
        return Api.as(player)
                .request()
                .contentType("application/xml; charset=UTF-8")
                .body(dmn)
                .post(POLICIES + table.slug() + "/versions?why=For a test");
    }

    private static Response activate(Player player, Table table, int number) {
        return Api.as(player)
                .request()
                .body(Map.of("why", "For a test"))
                .post(POLICIES + table.slug() + "/versions/" + number + "/activations");
    }

    private String inForce(Table table) {
        return String.valueOf(Api.as(first).get(POLICIES + table.slug()).<Integer>path("inForce.version"));
    }
}
