package org.probatum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** The ways a decision ends or goes back, and that an end is one. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EndingsTest {
    private static final Map<String, String> REASON = Map.of("reason", "The catalogue is replaced");

    @Inject
    Casting casting;

    private Cast cast;
    private Api author;
    private Api reviewer;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        author = Api.as(cast.author());
        reviewer = Api.as(cast.reviewer());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "subject, API_LIFECYCLE,           lifecycle of an API,             API review",
        "subject, INFRASTRUCTURE,          infrastructure alone,            platform team",
        "subject, DATABASE_ADMINISTRATION, general database administration, database administrators",
        "tag,     api-lifecycle,           lifecycle of an API,             API review",
        "tag,     infrastructure-only,     infrastructure alone,            platform team",
        "tag,     database-administration, general database administration, database administrators"
    })
    void declines_at_intake_what_belongs_elsewhere_and_says_where(String by, String value, String why, String where) {
        ObjectNode foreign = Drafts.decision(cast);
        if (by.equals("subject")) {
            foreign.put("subject", value);
        } else {
            foreign.withArray("tags").add(value);
        }

        Response filed = author.file(foreign);

        filed.then()
                .statusCode(201)
                .body("stage", equalTo("DECLINED"))
                .body("reason", containsString(why))
                .body("reason", containsString(where));
        Line boundary = Line.of(cast.author(), filed.path("key"), Gate.SCOPE, "scope.boundary");
        boundary.isUnmetBecause(why);
        assertThat(boundary.wouldSatisfy()).contains(where);
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void is_rejected_at_any_gate_for_good(Gate gate) {
        String key = Road.inReview(cast, gate);

        reviewer.vote(key, gate, "REJECT").then().statusCode(201).body("inReview", equalTo(true));
        Api.as(cast.second())
                .end(key, gate, "confirmation")
                .then()
                .statusCode(201)
                .body("stage", equalTo("REJECTED"));

        author.get(key, "").then().body("reason", equalTo("Read it; REJECT."));
        withdraw(cast.author(), key).then().statusCode(409).body("type", equalTo("/problems/already-ended"));
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void goes_back_to_the_work_of_its_stage_when_changes_are_requested_and_comes_again(Gate gate) {
        String key = Road.inReview(cast, gate);

        reviewer.vote(key, gate, "REQUEST_CHANGES").then().statusCode(201);

        assertThat(author.stage(key)).isEqualTo(Stage.of(gate).name());
        author.get(key, "").then().body("reason", equalTo("Read it; REQUEST_CHANGES."));
        reviewer.vote(key, gate, "APPROVE").then().statusCode(409).body("type", equalTo("/problems/gate-not-open"));

        author.submit(key).then().statusCode(201);
        reviewer.vote(key, gate, "APPROVE").then().statusCode(201);
        assertThat(author.stage(key)).isNotEqualTo(Stage.of(gate).name());
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void is_withdrawn_by_its_author_alone_in_work_and_in_review(Gate gate) {
        for (boolean inReview : List.of(false, true)) {
            String key = inReview ? Road.inReview(cast, gate) : Road.at(cast, gate);
            for (Player other : List.of(cast.colleague(), cast.owner(), cast.auditor(), cast.administrator())) {
                assertThat(withdraw(other, key).statusCode())
                        .as(other.username())
                        .isEqualTo(403);
            }
            withdraw(cast.stranger(), key).then().statusCode(404);

            withdraw(cast.author(), key).then().statusCode(200).body("stage", equalTo("WITHDRAWN"));

            author.get(key, "").then().body("reason", equalTo(REASON.get("reason")));
            withdraw(cast.author(), key).then().statusCode(409).body("type", equalTo("/problems/already-ended"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "REJECTED", "WITHDRAWN", "PUBLISHED"})
    void lets_nothing_more_be_done_once_it_is(Stage end) {
        String key = ended(end);
        assertThat(author.stage(key)).isEqualTo(end.name());
        int events = author.get(key, "/events").<List<?>>path("$").size();

        actionsOn(key).forEach((action, answer) -> assertThat(answer.statusCode())
                .as(action + ": " + answer.asString())
                .isEqualTo(409));

        assertThat(author.stage(key)).isEqualTo(end.name());
        assertThat(author.get(key, "/events").<List<?>>path("$")).hasSize(events);
        assertThat(Database.value("select count(*) from act_ru_execution e join decision d"
                        + " on d.id::text = e.business_key_ where d.key = '" + key + "'"))
                .isEqualTo("0");
    }

    private String ended(Stage end) {
        return switch (end) {
            case DECLINED -> author.filed(Drafts.decision(cast).put("subject", "INFRASTRUCTURE"));
            case REJECTED -> {
                String key = Road.inReview(cast, Gate.TRADE_OFFS);
                Road.reject(cast, key, Gate.TRADE_OFFS);
                yield key;
            }
            case WITHDRAWN -> {
                String key = Road.inReview(cast, Gate.TRADE_OFFS);
                withdraw(cast.author(), key).then().statusCode(200);
                yield key;
            }
            default -> Road.published(cast);
        };
    }

    @Test
    void wants_a_reason_to_be_withdrawn() {
        String key = author.filed(Drafts.start(cast));

        author.post(key, "/withdrawal", Map.of("reason", "  ")).then().statusCode(422);
        author.post(key, "/withdrawal", Map.of()).then().statusCode(422);

        assertThat(author.stage(key)).isEqualTo("SCOPING");
    }

    private Response withdraw(Player player, String key) {
        return Api.as(player).post(key, "/withdrawal", REASON);
    }

    /** Every action, by whoever would be entitled to it. */
    private Map<String, Response> actionsOn(String key) {
        ObjectNode whole = Drafts.decision(cast);
        Map<String, Response> answers = new LinkedHashMap<>();
        List.of("scope", "rollout", "rollback", "summary")
                .forEach(part -> answers.put(part, author.put(key, "/" + part, whole.get(part))));
        answers.put("profile", author.put(key, "/profile", Map.of("title", "Another title", "category", "MODEL")));
        answers.put("options", author.put(key, "/options", Map.of("options", List.of())));
        answers.put("cited runs", author.put(key, "/options/trees/runs", Map.of("runs", List.of())));
        answers.put("risk", author.put(key, "/risks/drift", Map.of("title", "Drift")));
        answers.put("another risk", author.post(key, "/risks", Map.of("title", "Drift")));
        answers.put("risks", author.put(key, "/risks", Map.of("risks", List.of())));
        answers.put("follow-up", author.post(key, "/follow-ups", Map.of("action", "Look again")));
        answers.put("follow-ups", author.put(key, "/follow-ups", Map.of("followUps", List.of())));
        answers.put("run", author.post(key, "/runs", Drafts.run("late", 0.8)));
        answers.put("proposal", author.assess(key, "trees", "security"));
        answers.put("assessment", reviewer.assess(key, "trees", "security"));
        answers.put(
                "acceptance",
                Api.as(cast.owner())
                        .post(
                                key,
                                "/risks/drift/acceptances",
                                Map.of(
                                        "expires",
                                        LocalDate.now(ZoneOffset.UTC)
                                                .plusDays(9)
                                                .toString(),
                                        "reason",
                                        "It is small")));
        answers.put("submission", author.submit(key));
        answers.put("withdrawal", withdraw(cast.author(), key));
        for (Gate gate : Gate.values()) {
            List.of("APPROVE", "REQUEST_CHANGES", "REJECT")
                    .forEach(vote -> answers.put(vote + " at " + gate, reviewer.vote(key, gate, vote)));
        }
        return answers;
    }
}
