package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Process state, domain state and journal commit together or not at all, whichever of them fails. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OneTransactionTest {
    /** Everything an action may touch, of one decision or of all. */
    private static final List<String> TRACES = List.of(
            "select md5(string_agg(d::text, '|' order by id)) from decision d",
            "select count(*) from decision_event",
            "select count(*) from review",
            "select count(*) from record",
            "select md5(string_agg(kind || decision_id || due_at, '|' order by id)) from work_item",
            "select md5(string_agg(id_ || coalesce(act_id_, '') || rev_, '|' order by id_)) from act_ru_execution",
            "select md5(string_agg(id_ || task_def_key_, '|' order by id_)) from act_ru_task",
            "select md5(string_agg(id_, '|' order by id_)) from act_ru_job",
            "select count(*) from act_ru_variable",
            "select count(*) from answered_request");

    @Inject
    Casting casting;

    @Inject
    Saboteur saboteur;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @AfterEach
    void rest() {
        saboteur.rest();
    }

    @Test
    void nothing_is_filed_when_the_domain_fails_after_the_process_started() {
        List<String> before = traces();

        saboteur.strikeAt(DecisionEvent.Filed.class);
        fails(Api.as(cast.author()).file(Drafts.decision(cast)));

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void a_gate_stays_shut_when_the_domain_fails_after_the_process_moved() {
        String key = Road.at(cast, Gate.SCOPE);
        List<String> before = traces();

        saboteur.strikeAt(DecisionEvent.StageSubmitted.class);
        fails(Api.as(cast.author()).submit(key));

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void a_gate_does_not_pass_when_the_domain_fails_in_the_midst_of_the_process() {
        String key = Road.inReview(cast, Gate.SCOPE);
        List<String> before = traces();

        saboteur.strikeAt(DecisionEvent.CriteriaSealed.class);
        fails(Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "APPROVE"));

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void nothing_is_published_when_the_domain_fails_at_the_last_step() {
        String key = Road.inReview(cast, Gate.PUBLICATION);
        List<String> before = traces();

        saboteur.strikeAt(DecisionEvent.Published.class);
        fails(Api.as(cast.reviewer()).vote(key, Gate.PUBLICATION, "APPROVE"));

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void no_vote_counts_when_the_process_fails_after_the_review_was_written() {
        String key = Road.inReview(cast, Gate.SCOPE);
        Database.change("update decision set task_id = 'gone' where key = '" + key + "'");
        List<String> before = traces();

        fails(Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "APPROVE"));

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void no_withdrawal_counts_when_the_process_is_not_there_to_hear_of_it() {
        String key = Road.at(cast, Gate.SCOPE);
        Database.change("update act_ru_execution set business_key_ = 'another' where business_key_ ="
                + " (select id::text from decision where key = '" + key + "')");
        List<String> before = traces();

        fails(Api.as(cast.author()).post(key, "/withdrawal", "{\"reason\": \"No longer wanted\"}"));

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void the_same_action_counts_once_nothing_fails_any_more() {
        String key = Road.at(cast, Gate.SCOPE);
        saboteur.strikeAt(DecisionEvent.StageSubmitted.class);
        fails(Api.as(cast.author()).submit(key));

        saboteur.rest();
        Road.pass(cast, key, Gate.SCOPE);

        assertThat(Api.as(cast.author()).stage(key)).isEqualTo("OPTIONS");
    }

    @Test
    void the_engine_keeps_no_rows_of_what_has_ended_and_none_of_what_is_never_read() {
        String key = Road.published(cast);

        assertThat(Database.value(
                        "select count(*) from act_ru_execution e join decision d on d.id::text = e.business_key_"
                                + " where d.key = '" + key + "'"))
                .isEqualTo("0");
        for (String table : List.of("act_ru_variable", "act_ru_identitylink", "act_ru_incident")) {
            assertThat(Database.value("select count(*) from " + table))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(Database.value("select count(*) from act_ru_task where parent_task_id_ is not null"))
                .isEqualTo("0");
    }

    private static void fails(io.restassured.response.Response answer) {
        answer.then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/fault"))
                .body(not(containsString("sabotage")))
                .body(not(containsString("Exception")));
    }

    private static List<String> traces() {
        return TRACES.stream().map(Database::value).toList();
    }
}
