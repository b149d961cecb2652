package org.probatum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** Timers of a gate: they go off by the engine's own job executor, and go with what they wait for. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TimersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    void reminds_before_the_gate_is_due_and_reports_lateness_after_it_once_each() {
        String key = Road.inReview(cast, Gate.SCOPE);
        assertThat(jobs(key)).isEqualTo(2);
        assertThat(timersOf(key)).isEmpty();

        clock.pass(until(key, "reminder_at"));
        await(key, "ReviewersReminded");
        assertThat(timersOf(key)).containsExactly("ReviewersReminded");

        clock.pass(until(key, "due_at"));
        await(key, "GateOverdue");
        assertThat(timersOf(key)).containsExactly("GateOverdue", "ReviewersReminded");
        assertThat(author.stage(key)).isEqualTo("SCOPING?");
        assertThat(jobs(key)).as("lateness is reported again the next day").isEqualTo(1);
    }

    @Test
    void says_when_the_gate_was_due_and_whom_its_lateness_reaches() {
        String key = Road.inReview(cast, Gate.SCOPE);
        clock.pass(until(key, "due_at"));

        await(key, "GateOverdue");

        assertThat(Database.value("select payload ->> 'reaches' from decision_event where type = 'GateOverdue'"
                        + " and decision_id = " + id(key)))
                .isEqualTo("LEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVE", "REQUEST_CHANGES", "REJECT"})
    void go_when_the_gate_is_decided(String vote) {
        String key = Road.inReview(cast, Gate.SCOPE);

        if (vote.equals("REJECT")) {
            Road.reject(cast, key, Gate.SCOPE);
        } else {
            Api.as(cast.reviewer()).vote(key, Gate.SCOPE, vote).then().statusCode(201);
        }

        assertThat(jobs(key)).isZero();
    }

    @Test
    void go_when_the_decision_is_withdrawn() {
        String key = Road.inReview(cast, Gate.SCOPE);

        author.post(key, "/withdrawal", Map.of("reason", "No longer needed"))
                .then()
                .statusCode(200);

        assertThat(jobs(key)).isZero();
    }

    @Test
    void go_when_a_late_gate_is_decided_after_all() {
        String key = Road.inReview(cast, Gate.SCOPE);
        clock.pass(until(key, "due_at"));
        await(key, "GateOverdue");
        await(key, "ReviewersReminded");

        Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);

        assertThat(jobs(key)).isZero();
    }

    /** From the service's time to just after a moment of the decision. */
    private Duration until(String key, String moment) {
        String seconds = Database.value(
                "select extract(epoch from " + moment + ")::bigint from decision where key = '" + key + "'");
        return Duration.ofSeconds(Long.parseLong(seconds) + 1 - clock.instant().getEpochSecond());
    }

    private void await(String key, String type) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!timersOf(key).contains(type)) {
            assertThat(System.nanoTime())
                    .as("%s of %s within %s", type, key, PATIENCE)
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** What timers have written about a decision, newest first. */
    private List<String> timersOf(String key) {
        return author.get(key, "/events").<List<String>>path("type").stream()
                .filter(type -> type.equals("ReviewersReminded") || type.equals("GateOverdue"))
                .toList();
    }

    /** The jobs of a decision's process and of the gates it calls. */
    private static int jobs(String key) {
        return Integer.parseInt(Database.value("select count(*) from act_ru_job j join act_ru_execution e"
                + " on e.id_ = j.process_instance_id_ join act_ru_execution r on r.id_ = e.root_proc_inst_id_"
                + " where r.business_key_ = '" + id(key) + "'"));
    }

    private static String id(String key) {
        return Database.value("select id from decision where key = '" + key + "'");
    }
}
