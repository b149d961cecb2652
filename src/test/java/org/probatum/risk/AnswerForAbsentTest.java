package org.probatum.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Away;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Whoever stands in for a risk owner or a lead answers what has reached them; both names are kept. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AnswerForAbsentTest {
    @Inject
    Casting casting;

    private Cast cast;
    private String key;
    private long id;

    @BeforeEach
    void raise() {
        cast = casting.cast();
        key = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
        id = Long.parseLong(Database.value("select max(id) from escalation where decision_id = " + decision()));
    }

    @Test
    void the_delegate_answers_for_the_risk_owner_and_both_are_on_record() {
        answer(cast.colleague()).statusCode(403).body("type", equalTo("/problems/escalation-not-yours"));
        Away.delegated(cast.owner(), cast.colleague());

        assertThat(Api.as(cast.colleague())
                        .get("/api/v1/escalations?whose=mine")
                        .<List<Integer>>path("items.id"))
                .contains((int) id);
        assertThat(Api.as(cast.colleague()).get("/api/v1/inbox").<List<String>>path("items.kind"))
                .contains("ESCALATION");
        Calls.request(cast.colleague())
                .accept("text/html")
                .get("/escalations/" + id)
                .then()
                .body(containsString("You answer for " + cast.owner().username() + ", who is away"));
        answer(cast.colleague()).statusCode(201);

        assertThat(Database.value(
                        "select answered_by || ' for ' || for_id from escalation_answer where escalation_id = " + id))
                .isEqualTo(cast.colleague().id() + " for " + cast.owner().id());
        assertThat(Database.value(
                        "select accepted_by || ' for ' || for_id from acceptance where decision_id = " + decision()))
                .isEqualTo(cast.colleague().id() + " for " + cast.owner().id());
        Api.as(cast.author())
                .get(key, "/escalations")
                .then()
                .body("[0].answers[0].by", equalTo(cast.colleague().username()))
                .body("[0].answers[0].onBehalfOf", equalTo(cast.owner().username()));
        assertThat(Database.value(
                        "select summary from decision_event where type = 'EscalationAnswered' and decision_id = "
                                + decision()))
                .endsWith(" for " + cast.owner().username());
        for (String whose : List.of("mine", "all")) {
            Calls.request(cast.colleague())
                    .accept("text/html")
                    .get("/escalations?whose=" + whose)
                    .then()
                    .statusCode(200)
                    .body(containsString(
                            cast.colleague().username() + " for " + cast.owner().username()));
        }
    }

    @Test
    void nobody_answers_for_an_absent_owner_on_their_own_work_by_any_road() {
        Away.delegated(cast.owner(), cast.author());

        answer(cast.author()).statusCode(403).body("type", equalTo("/problems/separation-of-duties"));

        String row =
                "insert into escalation_answer (id, escalation_id, decision_id, answered_by, for_id, level, answered_at,"
                        + " answer, comment) values (nextval('escalation_answer_seq'), " + id + ", " + decision()
                        + ", ";
        assertThatThrownBy(() -> Database.change(row + cast.author().id() + ", "
                        + cast.owner().id() + ", 'RISK_OWNER', now(), 'ACCEPT', 'Mine')"))
                .hasStackTraceContaining("separation-of-duties");
        assertThatThrownBy(() -> Database.change(row + cast.colleague().id() + ", "
                        + cast.owner().id() + ", 'RISK_OWNER', now(), 'ACCEPT', 'Not asked')"))
                .hasStackTraceContaining("not-your-delegation");
    }

    @Test
    void what_reaches_the_platform_owner_is_lent_to_nobody() {
        Database.change(
                "update escalation set level = 'PLATFORM_OWNER', first_level = 'PLATFORM_OWNER' where id = " + id);
        Away.delegated(cast.owner(), cast.colleague());

        answer(cast.colleague()).statusCode(403).body("type", equalTo("/problems/escalation-not-yours"));
    }

    private io.restassured.response.ValidatableResponse answer(Player player) {
        return EscalationTest.answer(
                        player,
                        id,
                        "ACCEPT",
                        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                        null)
                .then();
    }

    private String decision() {
        return Database.value("select id from decision where key = '" + key + "'");
    }
}
