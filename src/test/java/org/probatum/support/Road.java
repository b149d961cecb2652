package org.probatum.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.probatum.decision.Gate;

/** Takes complete decisions along the main road, as far as a test needs them. */
public final class Road {
    private Road() {}

    /** A complete decision at the work of a stage, its runs attached. */
    public static String at(Cast cast, Gate gate) {
        return at(cast, gate, Drafts.decision(cast));
    }

    /** The given decision at the work of a stage, its runs attached. */
    public static String at(Cast cast, Gate gate, ObjectNode decision) {
        String key = Api.as(cast.author()).filed(decision);
        attach(cast, key);
        return along(cast, key, gate);
    }

    /** Takes a complete decision from its scope to the work of a stage. */
    public static String along(Cast cast, String key, Gate gate) {
        for (Gate passed : Gate.values()) {
            if (passed == Gate.TRADE_OFFS && gate.compareTo(passed) >= 0) {
                assess(cast, key);
            }
            if (passed == gate) {
                break;
            }
            pass(cast, key, passed);
        }
        return key;
    }

    /** A complete decision whose gate waits for its review. */
    public static String inReview(Cast cast, Gate gate) {
        String key = at(cast, gate);
        Api.as(cast.author()).submit(key).then().statusCode(201);
        return key;
    }

    /** A decision at the work of verification, citing the given runs. */
    public static String verifying(Cast cast, List<ObjectNode> runs) {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));
        runs.forEach(run -> Api.as(cast.author()).post(key, "/runs", run).then().statusCode(201));
        compare(cast, key);
        return along(cast, key, Gate.VERIFICATION);
    }

    /** A complete decision, published. */
    public static String published(Cast cast) {
        String key = at(cast, Gate.PUBLICATION);
        pass(cast, key, Gate.PUBLICATION);
        return key;
    }

    /** Hands the stage in and approves its gate. */
    public static void pass(Cast cast, String key, Gate gate) {
        Response handed = Api.as(cast.author()).submit(key);
        assertThat(handed.statusCode()).as(handed.asString()).isEqualTo(201);
        Response voted = Api.as(cast.reviewer()).vote(key, gate, "APPROVE");
        assertThat(voted.statusCode()).as(voted.asString()).isEqualTo(201);
    }

    /** Rejects the decision at an open gate: one says so, a second confirms. */
    public static void reject(Cast cast, String key, Gate gate) {
        Api.as(cast.reviewer()).vote(key, gate, "REJECT").then().statusCode(201);
        Api.as(cast.second()).end(key, gate, "confirmation").then().statusCode(201);
    }

    /** Attaches the runs that a complete decision cites, and files the comparison that it cites. */
    public static void attach(Cast cast, String key) {
        attachRuns(cast, key);
        compare(cast, key);
    }

    /** Files the comparison that a complete decision cites, where there is something to compare. */
    public static void compare(Cast cast, String key) {
        Api.as(cast.author())
                .post(key, "/comparisons", Map.of("criterion", "auc-test"))
                .then()
                .statusCode(anyOf(is(201), is(409), is(422)));
    }

    /** Attaches three runs an option, each with a seed of its own. */
    public static void attachRuns(Cast cast, String key) {
        Drafts.runs()
                .forEach(run ->
                        Api.as(cast.author()).post(key, "/runs", run).then().statusCode(201));
    }

    /** Assesses both options on all four dimensions, by those who are competent. */
    public static void assess(Cast cast, String key) {
        for (String option : List.of("status-quo", "trees")) {
            for (String dimension : List.of("security", "performance")) {
                Api.as(cast.reviewer()).assess(key, option, dimension).then().statusCode(200);
            }
            for (String dimension : List.of("operability", "maintainability")) {
                Api.as(cast.second()).assess(key, option, dimension).then().statusCode(200);
            }
        }
    }
}
