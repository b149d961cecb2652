package org.probatum.rerun.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.rerun.workspace.RerunFolders;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.Rerunning;
import org.probatum.support.Road;
import org.probatum.support.Trainer;

/** Decisive runs are really run again, and what comes of it decides. */
@QuarkusTest
@TestProfile(Rerunning.class)
class ReproducedTest {
    @Inject
    Casting casting;

    @Inject
    RerunFolders folders;

    @Inject
    RerunQueue queue;

    private Cast cast;
    private Api author;
    private Trainer trainer;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        author = Api.as(cast.author());
        trainer = Trainer.fresh();
    }

    @Test
    void lets_a_decision_on_to_its_review_once_every_decisive_run_is_reproduced() {
        String key = Road.verifying(cast, trainer.runs());

        author.submit(key).then().statusCode(201).body("rerunning", equalTo(true));
        author.submit(key).then().statusCode(409).body("type", equalTo("/problems/being-rerun"));
        Eventually.holds(() -> assertThat(author.stage(key)).isEqualTo("VERIFICATION?"));

        author.get(key, "/reruns")
                .then()
                .body("", hasSize(6))
                .body("verdict", everyItem(equalTo("BITWISE")))
                .body("state", everyItem(equalTo("OVER")));
        author.get(key, "/events?limit=100").then().body("type", hasItem("RunJudged"));
        Api.as(cast.reviewer()).vote(key, Gate.VERIFICATION, "APPROVE").then().statusCode(201);
        assertThat(author.stage(key)).isEqualTo("PUBLICATION");
    }

    @Test
    void stops_a_decision_on_a_run_that_measures_something_else_until_other_evidence_is_cited() {
        List<ObjectNode> runs = trainer.runs();
        for (ObjectNode run : runs.subList(3, 6)) {
            Drafts.first(run, "metrics")
                    .put(
                            "value",
                            Drafts.first(run, "metrics")
                                    .get("value")
                                    .decimalValue()
                                    .add(new BigDecimal("0.05")));
        }
        String key = Road.verifying(cast, runs);

        author.submit(key).then().statusCode(201);
        Eventually.holds(() -> author.get(key, "").then().body("stopped", equalTo(true)));

        assertThat(author.stage(key)).isEqualTo("VERIFICATION");
        author.get(key, "/reruns")
                .then()
                .body("find { it.run == 'inline:trees' }.verdict", equalTo("NOT_REPRODUCED"))
                .body("find { it.run == 'inline:trees' }.because", containsString("0.867"));
        author.submit(key).then().statusCode(409).body("detail", containsString("inline:trees"));
        author.get(key, "/escalations")
                .then()
                .body("find { it.kind == 'NOT_REPRODUCED' }.state", equalTo("OPEN"))
                .body("find { it.kind == 'NOT_REPRODUCED' }.measured", containsString("inline:trees"));
        Api.as(cast.reviewer()).vote(key, Gate.VERIFICATION, "APPROVE").then().statusCode(409);

        for (int seed = 7; seed <= 9; seed++) {
            author.post(key, "/runs", trainer.run("honest-" + seed, "trees", seed))
                    .then()
                    .statusCode(201);
        }
        author.put(
                        key,
                        "/options/trees/runs",
                        Map.of("runs", List.of("inline:honest-7", "inline:honest-8", "inline:honest-9")))
                .then()
                .statusCode(200);
        Road.compare(cast, key);
        author.submit(key).then().statusCode(201).body("stopped", equalTo(false));
        author.get(key, "/escalations").then().body("find { it.kind == 'NOT_REPRODUCED' }.state", equalTo("CLOSED"));
        author.submit(key).then().statusCode(201);
        Eventually.holds(() -> assertThat(author.stage(key)).isEqualTo("VERIFICATION?"));

        author.get(key, "/reruns").then().body("verdict", hasItem("NOT_REPRODUCED"));
        author.get(key, "/events?limit=200")
                .then()
                .body("type", hasItem("VerificationStopped"))
                .body("type", hasItem("VerificationResumed"));
    }

    @Test
    void stops_on_data_that_is_not_what_was_recorded_and_goes_on_once_it_is_back() {
        String key = Road.verifying(cast, trainer.runs());
        trainer.spoilData();

        author.submit(key).then().statusCode(201);
        Eventually.holds(() -> author.get(key, "").then().body("stopped", equalTo(true)));
        author.get(key, "/reruns").then().body("verdict", everyItem(equalTo("NOT_REPRODUCED")));
        Eventually.holds(() -> assertThat(workspaces(key)).noneMatch(Files::exists));

        trainer.restoreData();
        author.post(key, "/reruns", Map.of("unproven", true))
                .then()
                .statusCode(201)
                .body("", hasSize(6));
        Eventually.holds(() -> author.get(key, "/reruns").then().body("[0].verdict", equalTo("BITWISE")));
        author.submit(key).then().statusCode(201).body("stopped", equalTo(false));
        author.submit(key).then().statusCode(201);
        assertThat(author.stage(key)).isEqualTo("VERIFICATION?");
    }

    @Test
    void is_sent_back_with_what_to_do_when_a_rerun_was_cancelled() {
        List<ObjectNode> runs = trainer.runs();
        slow(runs.get(5));
        String key = Road.verifying(cast, runs);
        author.submit(key).then().statusCode(201);
        Eventually.holds(() -> author.get(key, "/reruns")
                .then()
                .body("find { it.run == 'inline:trees-3' }.state", equalTo("STARTED")));
        int id = author.get(key, "/reruns").path("find { it.run == 'inline:trees-3' }.id");

        author.post(key, "/reruns/" + id + "/cancellation", Map.of()).then().statusCode(200);

        Eventually.holds(() -> author.get(key, "").then().body("rerunning", equalTo(false)));
        assertThat(author.stage(key)).isEqualTo("VERIFICATION");
        author.get(key, "/reruns/" + id)
                .then()
                .body("verdict", equalTo("INCONCLUSIVE"))
                .body("remedy", containsString("Run it again"));
        author.get(key, "").then().body("stopped", equalTo(false));
    }

    @Test
    void never_begins_what_is_cancelled_while_it_waits_for_a_slot() {
        String key = rerunningSlowly();
        String ready = "select min(id) from rerun where state = 'PREPARING' and launch is not null and words like"
                + " 'Waits for a free slot%' and " + of(key);
        String started = "select count(*) from rerun where state = 'STARTED' and handle is not null and " + of(key);
        Eventually.holds(() -> assertThat(Database.value(started)).isEqualTo("2"));
        Eventually.holds(() -> assertThat(Database.value(ready)).isNotEqualTo("null"));
        String id = Database.value(ready);

        author.post(key, "/reruns/" + id + "/cancellation", Map.of()).then().statusCode(200);

        Eventually.holds(() -> assertThat(Database.value("select state from rerun where id = " + id))
                .isEqualTo("OVER"));
        assertThat(Database.value("select handle from rerun where id = " + id)).isEqualTo("null");
        assertThat(Database.value(started)).isEqualTo("2");
        withdraw(key);
        Eventually.holds(() -> assertThat(workspaces(key)).noneMatch(Files::exists));
    }

    @Test
    void renews_no_lease_of_what_nobody_works_on() {
        String key = rerunningSlowly();
        String waiting = "from rerun where state = 'WAITING' and fence = 0 and " + of(key);
        Eventually.holds(
                () -> assertThat(Database.value("select count(*) from rerun where launch is not null and " + of(key)))
                        .isEqualTo("4"));
        long id = Long.parseLong(Database.value("select max(id) " + waiting));

        assertThat(queue.holds(new RerunQueue.Claim(id, 0))).isFalse();

        assertThat(Database.value("select max(leased_until) " + waiting)).isEqualTo("-infinity");
        withdraw(key);
    }

    @Test
    void needs_no_rerun_that_passed_already() {
        String key = Road.verifying(cast, trainer.runs());
        author.post(key, "/reruns", Map.of("runs", List.of("inline:trees")))
                .then()
                .statusCode(201);
        Eventually.holds(() -> author.get(key, "/reruns").then().body("[0].verdict", equalTo("BITWISE")));

        author.submit(key).then().statusCode(201);

        Eventually.holds(() -> assertThat(author.stage(key)).isEqualTo("VERIFICATION?"));
        author.get(key, "/reruns").then().body("", hasSize(6));
    }

    @Test
    void is_run_again_by_members_only_and_each_run_once_at_a_time() {
        List<ObjectNode> runs = trainer.runs();
        runs.forEach(ReproducedTest::slow);
        String key = Road.verifying(cast, runs);

        Api.as(cast.reviewer())
                .post(key, "/reruns", Map.of("unproven", true))
                .then()
                .statusCode(403);
        author.post(key, "/reruns", Map.of("runs", List.of("inline:nothing")))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/runs/0"));
        author.post(key, "/reruns", Map.of("runs", List.of("inline:trees")))
                .then()
                .statusCode(201);
        author.post(key, "/reruns", Map.of("runs", List.of("inline:trees")))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nothing-to-rerun"));
        author.post(key, "/withdrawal", Map.of("reason", "Enough")).then().statusCode(200);

        Eventually.holds(() -> author.get(key, "/reruns").then().body("[0].state", equalTo("OVER")));
        author.get(key, "/reruns").then().body("[0].cancelled", equalTo(true));
    }

    @Test
    void stays_as_it_ended_whatever_writes_to_the_database() {
        String key = Road.verifying(cast, trainer.runs());
        author.post(key, "/reruns", Map.of("runs", List.of("inline:trees")))
                .then()
                .statusCode(201);
        Eventually.holds(() -> author.get(key, "/reruns").then().body("[0].state", equalTo("OVER")));
        String id = author.get(key, "/reruns").path("[0].id").toString();

        for (String change : List.of(
                "update rerun set state = 'WAITING', ending = null where id = " + id,
                "delete from rerun where id = " + id)) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Database.change(change))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** Six that take twenty seconds each, two of them at once. */
    private String rerunningSlowly() {
        List<ObjectNode> runs = trainer.runs();
        runs.forEach(ReproducedTest::slow);
        String key = Road.verifying(cast, runs);
        author.post(key, "/reruns", Map.of("unproven", true)).then().statusCode(201);
        return key;
    }

    private void withdraw(String key) {
        author.post(key, "/withdrawal", Map.of("reason", "Enough")).then().statusCode(200);
        Eventually.holds(() -> author.get(key, "/reruns").then().body("state", everyItem(equalTo("OVER"))));
    }

    private static String of(String key) {
        return "decision_id = (select id from decision where key = '" + key + "')";
    }

    private List<Path> workspaces(String key) {
        return Arrays.stream(Database.value("select string_agg(name, ' ') from rerun where " + of(key))
                        .split(" "))
                .map(folders::workspace)
                .toList();
    }

    private static void slow(ObjectNode run) {
        ((ObjectNode) run.get("invocation")).withArray("command").add("20");
    }
}
