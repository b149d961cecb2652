package org.probatum.rerun.executor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.people.Teams;
import org.probatum.rerun.Limits;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Player;
import org.probatum.support.TestDatabase;

/** Where a team's runs are run again: who sets it, what it takes, and what everybody sees. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RerunTermsTest {
    private static final long MEGABYTE = 1 << 20;

    @Inject
    Casting casting;

    @Inject
    Teams teams;

    @Inject
    RerunSettings settings;

    @Inject
    RerunExecutors executors;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void are_those_of_the_platform_until_a_team_chooses() {
        RerunTerms terms = terms();

        assertThat(terms.executor()).isEqualTo("local");
        assertThat(terms.limits()).isEqualTo(new Limits(Duration.ofHours(1), 1, 2048 * MEGABYTE, 1024 * MEGABYTE, 256));
        assertThat(terms.chosen()).isFalse();
        assertThat(executors.names()).containsExactly("local", "kubernetes", "slurm");
    }

    @Test
    void are_set_by_leads_and_platform_owners_against_the_version_they_read() {
        for (Player other : new Player[] {cast.author(), cast.reviewer(), cast.auditor()}) {
            put(other, "\"1\"", wanted(Map.of()))
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/leads-set-reruns"));
        }
        put(cast.stranger(), "\"1\"", wanted(Map.of())).then().statusCode(404);

        put(cast.owner(), "\"1\"", wanted(Map.of("queue", "gpu", "executor", "slurm")))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("queue", equalTo("gpu"))
                .body("minutes", equalTo(30))
                .body("chosen", equalTo(true));
        put(cast.administrator(), "\"1\"", wanted(Map.of())).then().statusCode(412);
        put(cast.administrator(), "\"2\"", wanted(Map.of())).then().statusCode(200);

        assertThat(terms())
                .isEqualTo(new RerunTerms(
                        "local",
                        new Limits(Duration.ofMinutes(30), 2, 1024 * MEGABYTE, 100 * MEGABYTE, 64),
                        null,
                        3,
                        true));
    }

    @Test
    void say_what_is_wrong_with_them() {
        put(cast.owner(), "\"1\"", wanted(Map.of("executor", "abacus")))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/executor"))
                .body("violations[0].right", containsString("local, kubernetes, slurm"));
        put(cast.owner(), "\"1\"", wanted(Map.of("minutes", 0, "cpus", 1000, "queue", "a --wrap=id")))
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("/queue"))
                .body("violations.pointer", hasItem("/minutes"))
                .body("violations.pointer", hasItem("/cpus"));
    }

    @Test
    void are_seen_by_everybody_in_the_team_with_what_each_executor_needs() {
        page(cast.author())
                .statusCode(200)
                .body(containsString("probatum.reruns.slurm.enabled"))
                .body(containsString("probatum.reruns.kubernetes.claim"))
                .body(containsString("The leads of"))
                .body(not(containsString("Nothing confines")));
        page(cast.owner()).statusCode(200).body(containsString("name=\"/memoryMegabytes\""));
        page(cast.stranger()).statusCode(404);

        Calls.form(
                        cast.owner(),
                        "version=1&/executor=local&/minutes=x&/cpus=1&/memoryMegabytes=512&/outputMegabytes=9&/processes=9")
                .post("/team/" + cast.team() + "/reruns")
                .then()
                .statusCode(422)
                .body(containsString("value=\"x\""));
        Calls.form(
                        cast.owner(),
                        "version=1&/executor=local&/minutes=5&/cpus=1&/memoryMegabytes=512&/outputMegabytes=9&/processes=9&/queue=")
                .post("/team/" + cast.team() + "/reruns")
                .then()
                .statusCode(303);
        assertThat(terms().limits().time()).isEqualTo(Duration.ofMinutes(5));
    }

    private io.restassured.response.ValidatableResponse page(Player player) {
        return given().header("Authorization", "Bearer " + player.token())
                .accept("text/html")
                .get("/team/" + cast.team() + "/reruns")
                .then();
    }

    private RerunTerms terms() {
        return QuarkusTransaction.requiringNew()
                .call(() -> settings.of(teams.bySlug(cast.team()).orElseThrow().id()));
    }

    private Response put(Player player, String version, Map<String, Object> body) {
        return Api.as(player)
                .request()
                .header("If-Match", version)
                .body(body)
                .put("/api/v1/teams/" + cast.team() + "/reruns");
    }

    private static Map<String, Object> wanted(Map<String, Object> otherwise) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "executor", "local",
                "minutes", 30,
                "cpus", 2,
                "memoryMegabytes", 1024,
                "outputMegabytes", 100,
                "processes", 64));
        wanted.putAll(otherwise);
        return wanted;
    }
}
