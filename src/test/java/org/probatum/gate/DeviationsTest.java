package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Away;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Deviating;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Sealed criteria change only as deviations: shown for ever, explained, and approved by a second person, by no road around. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DeviationsTest {
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
    void blocks_until_it_is_explained_and_approved_and_stays_in_the_record_for_ever() {
        String key = Road.at(cast, Gate.OPTIONS);
        String seal = author.get(key, "").path("criteriaSeal");

        int number = Deviating.made(cast, key, 0.02);
        unchanged(key).isUnmetBecause("deviation 1 is not explained");
        Deviating.explain(cast.author(), key, number, "The split had leaked")
                .then()
                .statusCode(201);
        unchanged(key).isUnmetBecause("deviation 1 is explained and not approved yet");
        Deviating.answer(cast.owner(), key, number, "APPROVE").then().statusCode(201);

        unchanged(key).isMet();
        assertThat(unchanged(key).because()).contains("1 deviation explained and approved");
        author.get(key, "").then().body("criteriaSeal", equalTo(seal));
        author.get(key, "/events")
                .then()
                .body("type", hasItems("CriteriaDeviated", "DeviationExplained", "DeviationAnswered"));
        Road.compare(cast, key);
        Road.pass(cast, key, Gate.OPTIONS);
        Road.assess(cast, key);
        List.of(Gate.TRADE_OFFS, Gate.VERIFICATION, Gate.PUBLICATION).forEach(gate -> Road.pass(cast, key, gate));
        author.get(key, "/record")
                .then()
                .statusCode(200)
                .body("criteriaSeal", equalTo(seal))
                .body("deviations[0].state", equalTo("approved"))
                .body("deviations[0].changes[0].before", equalTo("0.01"))
                .body("deviations[0].changes[0].after", equalTo("0.02"))
                .body("deviations[0].explanations[0].explanation", equalTo("The split had leaked"))
                .body("deviations[0].explanations[0].answeredBy", equalTo(name(cast.owner())));
        assertThat(page(cast.author(), "/log/" + key).asString()).contains("The split had leaked", "Deviation 1");
        assertThat(page(cast.author(), "/log/" + key + ".md").asString())
                .contains("Deviation 1, approved", "The split had leaked");
    }

    @Test
    void lets_the_verification_gate_pass_only_once_it_is_approved() {
        String key = Road.at(cast, Gate.VERIFICATION);
        int number = Deviating.explained(cast, key, 0.02);
        author.submit(key).then().statusCode(409).body("violations.wrong", hasItems(containsString("deviation 1")));

        Deviating.answer(cast.owner(), key, number, "APPROVE").then().statusCode(201);

        author.submit(key).then().statusCode(201);
        Api.as(cast.reviewer()).vote(key, Gate.VERIFICATION, "APPROVE").then().statusCode(201);
        assertThat(author.stage(key)).isEqualTo("PUBLICATION");
    }

    @Test
    void a_change_during_the_review_outdates_it_and_an_approval_lets_the_gate_pass() {
        String key = Road.inReview(cast, Gate.VERIFICATION);
        String seen = author.material(key, Gate.VERIFICATION);

        int number = Deviating.made(cast, key, 0.02);

        assertThat(author.material(key, Gate.VERIFICATION)).isNotEqualTo(seen);
        Api.as(cast.reviewer()).vote(key, Gate.VERIFICATION, "APPROVE").then().statusCode(409);
        Deviating.explain(cast.author(), key, number, "The split had leaked")
                .then()
                .statusCode(201);
        Deviating.answer(cast.owner(), key, number, "APPROVE").then().statusCode(201);
        Api.as(cast.reviewer()).vote(key, Gate.VERIFICATION, "APPROVE").then().statusCode(201);
    }

    @Test
    void a_rejected_one_is_undone_or_explained_anew() {
        String key = Road.at(cast, Gate.OPTIONS);
        int number = Deviating.explained(cast, key, 0.02);
        Deviating.answer(cast.owner(), key, number, "REJECT").then().statusCode(201);
        unchanged(key).isUnmetBecause("deviation 1 is rejected");

        Deviating.explain(cast.author(), key, number, "Here is the audit of the split")
                .then()
                .statusCode(201);
        Deviating.answer(cast.owner(), key, number, "APPROVE").then().statusCode(201);
        unchanged(key).isMet();

        int second = Deviating.explained(cast, key, 0.03);
        Deviating.answer(cast.owner(), key, second, "REJECT").then().statusCode(201);
        unchanged(key).isUnmetBecause("deviation 2 is rejected");
        Deviating.made(cast, key, 0.02);

        unchanged(key).isMet();
        author.get(key, "/deviations").then().body("state", contains("APPROVED", "UNDONE", "UNDONE"));
        author.get(key, "/deviations").then().body("[0].explanations.size()", equalTo(2));
    }

    @Test
    void going_back_to_what_was_sealed_needs_nobody_and_forgets_nothing() {
        String key = Road.at(cast, Gate.OPTIONS);
        Deviating.made(cast, key, 0.02);

        author.post(key, "/deviations", Deviating.margin(cast, 0.01)).then().statusCode(201);

        unchanged(key).isMet();
        author.get(key, "/deviations").then().body("state", contains("UNDONE", "UNDONE"));
    }

    @Test
    void is_approved_by_nobody_who_had_a_hand_in_it_by_any_road() {
        String key = Road.at(cast, Gate.OPTIONS);
        int number = Deviating.explained(cast, key, 0.02);

        refused(Deviating.answer(cast.author(), key, number, "APPROVE"), "separation-of-duties");
        ObjectNode run = Drafts.run("by-the-second", 0.81);
        ((ObjectNode) run.get("invocation")).put("who", cast.second().username());
        author.post(key, "/runs", run).then().statusCode(201);
        refused(Deviating.answer(cast.second(), key, number, "APPROVE"), "separation-of-duties");
        long delegation = Away.delegated(cast.second(), cast.owner());
        refused(Deviating.answer(cast.owner(), key, number, "APPROVE"), "separation-of-duties");
        Away.ended(cast.second(), delegation);
        refused(Deviating.answer(cast.reviewer(), key, number, "APPROVE"), "waiver-right");
        refused(Deviating.answer(cast.auditor(), key, number, "APPROVE"), null);
        assertThat(Deviating.answer(cast.stranger(), key, number, "APPROVE").statusCode())
                .isEqualTo(404);

        Deviating.answer(cast.owner(), key, number, "APPROVE").then().statusCode(201);
    }

    @Test
    void no_longer_counts_once_whoever_approved_it_works_on_the_decision() {
        String key = Road.at(cast, Gate.TRADE_OFFS);
        Deviating.approved(cast, key, 0.02);
        unchanged(key).isMet();

        Database.change(
                "update decision set editors = editors || " + cast.owner().id() + " where key = '" + key + "'");

        unchanged(key).isUnmetBecause("approved by somebody who has worked on the decision since");
    }

    @Test
    void is_explained_by_whoever_made_it_or_the_author_alone() {
        String key = Road.at(cast, Gate.OPTIONS);
        int number = Deviating.made(cast, key, 0.02);

        refused(Deviating.explain(cast.colleague(), key, number, "I would say so"), "own-deviation");
        refused(Deviating.explain(cast.owner(), key, number, "I would say so"), null);
        Deviating.explain(cast.author(), key, number, "The split had leaked")
                .then()
                .statusCode(201);
    }

    @Test
    void answers_what_was_read_and_nothing_newer() {
        String key = Road.at(cast, Gate.OPTIONS);
        int number = Deviating.explained(cast, key, 0.02);
        Object read = author.get(key, "/deviations").path("[0].explanations[-1].id");
        Deviating.explain(cast.author(), key, number, "Rather, the metric was mislabelled")
                .then()
                .statusCode(201);

        Api.as(cast.owner())
                .post(
                        key,
                        "/deviations/" + number + "/answers",
                        Map.of("answer", "APPROVE", "comment", "Fine by me", "explanation", read))
                .then()
                .statusCode(412);

        Deviating.answer(cast.owner(), key, number, "APPROVE").then().statusCode(201);
        Deviating.answer(cast.owner(), key, number, "APPROVE").then().statusCode(409);
    }

    @Test
    void is_none_while_nothing_is_sealed_and_closed_when_verification_has_passed() {
        String open = Road.at(cast, Gate.SCOPE);
        author.post(open, "/deviations", Deviating.margin(cast, 0.02))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/part-open"));

        String closed = Road.at(cast, Gate.PUBLICATION);
        author.post(closed, "/deviations", Deviating.margin(cast, 0.02))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/part-closed"));
    }

    @Test
    void takes_no_criterion_that_decides_nothing() {
        String key = Road.at(cast, Gate.OPTIONS);
        ObjectNode vague = Deviating.margin(cast, 0.02);
        ((ObjectNode) vague.at("/criteria/0")).remove("seeds");

        author.post(key, "/deviations", vague)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/criteria/0"));
        author.post(key, "/deviations", Map.of("criteria", List.of())).then().statusCode(422);
        author.get(key, "/deviations").then().body("size()", equalTo(0));
    }

    @Test
    void keeps_a_change_past_the_service_and_the_seal_whatever_the_service_writes() {
        String key = Road.at(cast, Gate.OPTIONS);
        String which = " where key = '" + key + "'";

        assertThat(refusedBy("probatum", "update decision set criteria_seal = 'sha256:other'" + which))
                .isEqualTo("42501");
        assertThat(refusedBy(
                        "probatum",
                        "update decision set material = jsonb_set(material, '{scope,criteria,0,margin}', '0.001')"
                                + which))
                .isEmpty();

        unchanged(key).isUnmetBecause("deviation 1 is not explained");
        author.get(key, "/deviations").then().body("[0].by", org.hamcrest.Matchers.nullValue());
        Deviating.explain(cast.author(), key, 1, "Somebody was in the database")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into criteria_change (decision_id, sealed, number, at, runs, said, says) select id, true, 99, now(), 0, '[]', '[]' from decision limit 1",
                "update criteria_change set says = said",
                "delete from criteria_change",
                "truncate criteria_change cascade",
                "update deviation_explanation set text = 'Other words'",
                "delete from deviation_explanation",
                "update deviation_answer set answer = 'APPROVE'",
                "delete from deviation_answer"
            })
    void is_never_rewritten_in_the_database(String change) {
        String key = Road.at(cast, Gate.OPTIONS);
        Deviating.approved(cast, key, 0.02);

        assertThat(refusedBy("probatum", change)).isEqualTo("42501");
        if (!change.startsWith("insert")) {
            assertThat(refusedBy("probatum_owner", change)).isEqualTo("42501");
        }
    }

    @Test
    void is_approved_by_nobody_with_a_hand_in_it_past_the_service_either() {
        String key = Road.at(cast, Gate.OPTIONS);
        Deviating.explained(cast, key, 0.02);
        String answer =
                "insert into deviation_answer (id, decision_id, explanation_id, answer, comment, answered_by, answered_at)"
                        + " select nextval('deviation_answer_seq') + 1000000, x.decision_id, x.id, 'APPROVE', 'Raw', %d, now()"
                        + " from deviation_explanation x join decision d on d.id = x.decision_id where d.key = '" + key
                        + "'";

        assertThat(refusedBy("probatum", answer.formatted(cast.author().id()))).isEqualTo("42501");
        assertThat(refusedBy("probatum", answer.formatted(cast.owner().id()))).isEmpty();
    }

    @Test
    void tells_of_a_criterion_changed_when_results_could_be_known() {
        String key = Road.at(cast, Gate.SCOPE);
        ObjectNode scope = (ObjectNode) Drafts.decision(cast).get("scope");
        ((ObjectNode) scope.at("/criteria/0")).put("margin", 0.005);

        author.put(key, "/scope", scope).then().statusCode(200);

        assertThat(page(cast.reviewer(), "/decisions/" + key).asString())
                .containsPattern("after \\d+ runs had been attached and before it was sealed");
        Road.pass(cast, key, Gate.SCOPE);
        unchanged(key).isMet();
        Deviating.made(cast, key, 0.02);
        assertThat(page(cast.reviewer(), "/decisions/" + key + "/gates/options").asString())
                .containsPattern("after \\d+ runs had been attached \\(deviation 1\\)");
    }

    @Test
    void shows_the_difference_where_reviewers_look() {
        String key = Road.at(cast, Gate.VERIFICATION);
        Deviating.explained(cast, key, 0.02);

        for (String path : List.of("", "/gates/verification", "/deviations")) {
            assertThat(page(cast.reviewer(), "/decisions/" + key + path).asString())
                    .as(path)
                    .contains("Deviation 1", "explained and not approved yet", "0.01", "0.02");
        }
        assertThat(page(cast.owner(), "/decisions/" + key + "/deviations").asString())
                .contains("Let it stand");
        assertThat(page(cast.author(), "/decisions/" + key + "/deviations").asString())
                .doesNotContain("Let it stand")
                .contains("Nobody judges their own work");
    }

    @Test
    void is_made_explained_and_answered_by_forms() {
        String key = Road.at(cast, Gate.OPTIONS);
        String criteria =
                "&/criteria/0/id=auc-test&/criteria/0/metric=auc&/criteria/0/dataset=clicks-2026q1&/criteria/0/split=test"
                        + "&/criteria/0/direction=HIGHER&/criteria/0/margin=0.02&/criteria/0/tolerance/absolute=0.002&/criteria/0/seeds=5";
        String address = "/decisions/" + key + "/deviations";

        Calls.form(cast.author(), "version=99999999" + criteria)
                .post(address)
                .then()
                .statusCode(412);
        Calls.form(cast.author(), "version=" + version(key) + criteria.replace("&/criteria/0/metric=auc", ""))
                .post(address)
                .then()
                .statusCode(422)
                .body(containsString("nothing was changed"));
        Calls.form(cast.author(), "version=" + version(key) + criteria)
                .post(address)
                .then()
                .statusCode(303);
        Calls.form(cast.author(), "/explanation=")
                .post(address + "/1/explanations")
                .then()
                .statusCode(422);
        Calls.form(cast.author(), "/explanation=The split had leaked")
                .post(address + "/1/explanations")
                .then()
                .statusCode(303);
        Object explanation = author.get(key, "/deviations").path("[0].explanations[-1].id");
        String answer = "/answer=APPROVE&/comment=It had to be&/explanation=" + explanation;
        Calls.form(cast.author(), answer)
                .post(address + "/1/answers")
                .then()
                .statusCode(403)
                .body(containsString("Nobody judges their own work"));
        Calls.form(cast.owner(), answer).post(address + "/1/answers").then().statusCode(303);

        unchanged(key).isMet();
    }

    private String version(String key) {
        return author.version(key).replace("\"", "");
    }

    private Line unchanged(String key) {
        return Line.of(cast.author(), key, Gate.VERIFICATION, "verification.unchanged");
    }

    private static void refused(Response answer, String rule) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        if (rule != null) {
            assertThat(answer.<String>path("type")).isEqualTo("/problems/" + rule);
        }
    }

    private static String name(Player player) {
        return Database.value("select name from person where id = " + player.id());
    }

    private static Response page(Player player, String path) {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + player.token())
                .accept("text/html, text/markdown")
                .get(path);
    }

    private static String refusedBy(String role, String sql) {
        try (Connection connection = Database.as(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }
}
