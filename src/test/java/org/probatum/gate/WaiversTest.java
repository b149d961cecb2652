package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** Waivers: by whose right, for what, how long, and what they do not stretch to. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WaiversTest {
    private static final String ASSUMPTIONS = "scope.assumptions";

    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    private Cast cast;
    private Api author;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        author = Api.as(cast.author());
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void lets_a_requirement_pass_as_it_was_found_and_is_told_in_the_record() {
        String key = unchecked();
        author.submit(key).then().statusCode(409);

        waive(cast.owner(), key, Gate.SCOPE, ASSUMPTIONS, null).then().statusCode(201);

        Line line = Line.of(cast.author(), key, Gate.SCOPE, ASSUMPTIONS);
        assertThat(line.state()).isEqualTo("waived");
        assertThat(line.because()).contains("Waived by " + cast.owner().username(), "It can wait a while");
        Road.attach(cast, key);
        for (Gate gate : Gate.values()) {
            if (gate == Gate.TRADE_OFFS) {
                Road.assess(cast, key);
            }
            Road.pass(cast, key, gate);
        }
        author.get(key, "/record").then().statusCode(200).body(containsString("It can wait a while"));
    }

    @Test
    void does_not_stretch_to_what_was_missing_later() {
        String key = unchecked();
        waive(cast.owner(), key, Gate.SCOPE, ASSUMPTIONS, null).then().statusCode(201);
        ObjectNode scope = (ObjectNode) Drafts.decision(cast).get("scope");
        ObjectNode assumption = (ObjectNode) scope.withArray("assumptions").get(0);
        assumption.remove("check");
        scope.withArray("assumptions").addObject().put("statement", "Nobody looks at this one either");

        author.put(key, "/scope", scope).then().statusCode(200);

        assertThat(Line.of(cast.author(), key, Gate.SCOPE, ASSUMPTIONS).state()).isEqualTo("unsatisfied");
    }

    @Test
    void blocks_again_when_it_expires() {
        String key = unchecked();
        waive(cast.owner(), key, Gate.SCOPE, ASSUMPTIONS, null).then().statusCode(201);
        author.submit(key).then().statusCode(201);

        clock.pass(Duration.ofDays(11));

        assertThat(Line.of(cast.author(), key, Gate.SCOPE, ASSUMPTIONS).state()).isEqualTo("unsatisfied");
        Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "APPROVE").then().statusCode(409);
        waive(cast.owner(), key, Gate.SCOPE, ASSUMPTIONS, null).then().statusCode(201);
        Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);
        assertThat(author.stage(key)).isEqualTo("OPTIONS");
    }

    @Test
    void lapses_when_its_giver_works_on_the_material() {
        String key = unchecked();
        waive(cast.owner(), key, Gate.SCOPE, ASSUMPTIONS, null).then().statusCode(201);
        Database.change("update membership set roles = roles || '{MEMBER}' where person_id = "
                + cast.owner().actor().id());

        Api.as(cast.owner())
                .put(key, "/summary", Map.of("context", "One", "decision", "Two", "consequences", "Three"))
                .then()
                .statusCode(200);

        assertThat(Line.of(cast.author(), key, Gate.SCOPE, ASSUMPTIONS).state()).isEqualTo("unsatisfied");
        waive(cast.owner(), key, Gate.SCOPE, ASSUMPTIONS, null)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/separation-of-duties"));
    }

    @Test
    void is_given_by_nobody_without_the_right_to() {
        Database.change("update membership set roles = roles || '{LEAD,REVIEWER,RISK_OWNER}' where person_id = "
                + cast.author().actor().id());
        String key = unchecked();

        refuses(cast.author(), key, 403, "separation-of-duties");
        refuses(cast.reviewer(), key, 403, "waiver-right");
        refuses(cast.colleague(), key, 403, "waiver-right");
        refuses(cast.auditor(), key, 403, "waiver-right");
        refuses(cast.administrator(), key, 403, "waiver-right");
        refuses(cast.stranger(), key, 404, "not-found");
        refuses(casting.reaching(cast.owner(), "read", "file"), key, 403, "out-of-reach");
    }

    @ParameterizedTest
    @CsvSource({"SCOPE, scope.criteria", "SCOPE, scope.outcomes", "SCOPE, scope.boundary"})
    void is_never_given_for_what_is_never_waived(Gate gate, String requirement) {
        String key = author.filed(Drafts.start(cast));

        waive(cast.owner(), key, gate, requirement, null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/never-waived"));
        assertThatThrownBy(
                        () -> Database.change("insert into waiver select nextval('waiver_seq') + 1000, id, 'SCOPE', '"
                                + requirement
                                + "', null, 'x', " + cast.owner().actor().id()
                                + ", now(), current_date + 9, 'x' from decision where key = '"
                                + key + "'"))
                .rootCause()
                .hasMessageContaining("never_waived");
    }

    @Test
    void is_not_given_at_another_gate_nor_for_what_is_met_nor_for_longer_than_a_year() {
        String key = unchecked();

        waive(cast.owner(), key, Gate.OPTIONS, "options.comparable", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/gate-not-next"));
        waive(cast.owner(), key, Gate.SCOPE, "scope.constraints", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nothing-to-waive"));
        waive(cast.owner(), key, Gate.SCOPE, "scope.unheard-of", null).then().statusCode(422);
        waive(cast.owner(), key, Gate.SCOPE, ASSUMPTIONS, null, 400).then().statusCode(422);
        waive(cast.owner(), key, Gate.SCOPE, ASSUMPTIONS, null, 0).then().statusCode(422);
    }

    @Test
    void lets_the_checklist_pass_item_by_item_only() {
        ObjectNode decision = Drafts.decision(cast);
        ((ArrayNode) decision.at("/scope/outcomes"))
                .addObject()
                .put("statement", "It is calibrated")
                .put("metric", "ece")
                .put("direction", "LOWER")
                .put("target", 0.01);
        String key = Road.at(cast, Gate.VERIFICATION, decision);
        String checklist = "verification.checklist";
        assertThat(Line.of(cast.author(), key, Gate.VERIFICATION, checklist).state())
                .isEqualTo("unsatisfied");

        waive(cast.owner(), key, Gate.VERIFICATION, checklist, null).then().statusCode(422);
        waive(cast.owner(), key, Gate.VERIFICATION, checklist, "auc").then().statusCode(422);
        waive(cast.owner(), key, Gate.VERIFICATION, checklist, "ece").then().statusCode(201);

        assertThat(Line.of(cast.author(), key, Gate.VERIFICATION, checklist).state())
                .isEqualTo("waived");
    }

    private String unchecked() {
        ObjectNode decision = Drafts.decision(cast);
        ((ObjectNode) decision.at("/scope/assumptions/0")).remove("check");
        return author.filed(decision);
    }

    private void refuses(Player player, String key, int status, String type) {
        waive(player, key, Gate.SCOPE, ASSUMPTIONS, null)
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + type));
        assertThat(List.of("unsatisfied"))
                .contains(Line.of(cast.author(), key, Gate.SCOPE, ASSUMPTIONS).state());
    }

    private Response waive(Player player, String key, Gate gate, String requirement, String item) {
        return waive(player, key, gate, requirement, item, 10);
    }

    private Response waive(Player player, String key, Gate gate, String requirement, String item, int days) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requirement", requirement);
        if (item != null) {
            body.put("item", item);
        }
        body.put(
                "expires",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .plusDays(days)
                        .toString());
        body.put("reason", "It can wait a while");
        return Api.as(player)
                .request()
                .body(org.probatum.shared.Json.write(body))
                .post("/api/v1/decisions/" + key + "/gates/" + gate.slug() + "/waivers");
    }
}
