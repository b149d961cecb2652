package org.probatum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;
import org.probatum.support.Together;

/** Several people, or one of them several times, at the same moment. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SameMomentTest {
    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void counts_one_of_two_votes() {
        String key = Road.inReview(cast, Gate.SCOPE);
        String material = Api.as(cast.reviewer()).material(key, Gate.SCOPE);

        List<Response> answers = Together.all(List.of(
                () -> Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "APPROVE", material),
                () -> Api.as(cast.second()).vote(key, Gate.SCOPE, "REQUEST_CHANGES", material)));

        assertThat(statuses(answers)).containsExactly(201, 409);
        Response late =
                answers.stream().filter(a -> a.statusCode() == 409).findFirst().orElseThrow();
        assertThat(late.<String>path("type")).isEqualTo("/problems/gate-not-open");
        assertThat(late.<String>path("detail")).contains("Scope gate of " + key + " is not open");
        assertThat(count("review where decision_id = " + id(key))).isEqualTo(1);
        assertThat(count("decision_event where type = 'Reviewed' and decision_id = " + id(key)))
                .isEqualTo(1);
        assertThat(count("act_ru_task where id_ = (select task_id from decision where key = '" + key + "')"))
                .isEqualTo(1);
    }

    @Test
    void counts_a_vote_sent_twice_once() {
        String key = Road.inReview(cast, Gate.SCOPE);
        String fields = "once=vote-" + key + "&/vote=APPROVE&/comment=Read it&/material="
                + Api.as(cast.reviewer()).material(key, Gate.SCOPE);

        List<Response> answers = Together.times(
                4, () -> Calls.form(cast.reviewer(), fields).post("/decisions/" + key + "/gates/scope/reviews"));

        assertThat(statuses(answers)).containsOnly(303);
        assertThat(answers).extracting(answer -> answer.header("Location")).allMatch(to -> to.endsWith(key));
        assertThat(count("review where decision_id = " + id(key))).isEqualTo(1);
    }

    @Test
    void files_a_form_sent_many_times_once() {
        String fields = "once=file-" + cast.team() + "&/team=" + cast.team() + "&/title=Sent many times&/category=DATA";

        List<Response> answers =
                Together.times(8, () -> Calls.form(cast.author(), fields).post("/decisions"));

        assertThat(statuses(answers)).containsOnly(303);
        assertThat(answers)
                .extracting(answer -> answer.header("Location"))
                .allMatch(to -> to.endsWith("/decisions/" + cast.prefix() + "-1"));
        assertThat(filed()).isEqualTo(1);
    }

    @Test
    void gives_one_answer_to_a_request_that_names_itself() {
        String body = Json.write(Drafts.start(cast));

        List<Response> answers = Together.times(8, () -> Api.as(cast.author())
                .request()
                .header("Idempotency-Key", "nightly-" + cast.team())
                .body(body)
                .post("/api/v1/decisions"));

        assertThat(statuses(answers)).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.get(0).asString());
        assertThat(filed()).isEqualTo(1);
    }

    @Test
    void lets_one_of_eight_edits_of_the_same_version_win() {
        String key = Api.as(cast.author()).filed(Drafts.start(cast));
        String version = Api.as(cast.author()).version(key);
        AtomicInteger number = new AtomicInteger();

        List<Response> answers = Together.times(8, () -> Api.as(cast.author())
                .request()
                .header("If-Match", version)
                .body(Map.of("context", "Written by " + number.incrementAndGet()))
                .put("/api/v1/decisions/" + key + "/summary"));

        assertThat(statuses(answers)).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        String won = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> answer.<String>path("summary.context"))
                .findFirst()
                .orElseThrow();
        assertThat(Api.as(cast.author()).get(key, "").<String>path("summary.context"))
                .isEqualTo(won);
        assertThat(count("decision_event where type = 'MaterialRevised' and decision_id = " + id(key)))
                .isEqualTo(1);
    }

    @Test
    void keeps_every_assessment_of_those_who_assess_together() {
        String key = Road.at(cast, Gate.OPTIONS);
        Road.pass(cast, key, Gate.OPTIONS);

        List<Response> answers = Together.all(List.of(
                () -> Api.as(cast.reviewer()).assess(key, "trees", "security"),
                () -> Api.as(cast.reviewer()).assess(key, "trees", "performance"),
                () -> Api.as(cast.second()).assess(key, "trees", "operability"),
                () -> Api.as(cast.second()).assess(key, "trees", "maintainability")));

        assertThat(statuses(answers)).containsOnly(200);
        assertThat(Api.as(cast.author()).get(key, "").<List<?>>path("tradeOffs"))
                .hasSize(4);
    }

    @Test
    void gives_twenty_filings_twenty_keys_in_a_row() {
        List<Callable<String>> filings = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(i -> {
                    Player who = i % 2 == 0 ? cast.author() : cast.colleague();
                    ObjectNode draft = Drafts.start(cast);
                    return () -> Api.as(who).filed(draft);
                })
                .toList();

        List<String> keys = Together.all(filings);

        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(number -> cast.prefix() + "-" + number)
                        .toList());
    }

    @Test
    void submits_a_stage_once() {
        String key = Road.at(cast, Gate.SCOPE);
        String version = Api.as(cast.author()).version(key);

        List<Response> answers = Together.times(4, () -> Api.as(cast.author())
                .request()
                .header("If-Match", version)
                .post("/api/v1/decisions/" + key + "/submissions"));

        assertThat(statuses(answers)).containsExactly(201, 409, 409, 409);
        assertThat(count("work_item where kind = 'REVIEW' and decision_id = " + id(key)))
                .isEqualTo(1);
    }

    private int filed() {
        return count("decision where key like '" + cast.prefix() + "-%'");
    }

    private static List<Integer> statuses(List<Response> answers) {
        List<Integer> statuses = new java.util.ArrayList<>(
                answers.stream().map(Response::statusCode).toList());
        Collections.sort(statuses);
        return statuses;
    }

    private static int count(String of) {
        return Integer.parseInt(Database.value("select count(*) from " + of));
    }

    private static String id(String key) {
        return Database.value("select id from decision where key = '" + key + "'");
    }
}
