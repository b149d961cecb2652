package org.probatum.evidence.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Connected;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.FakeMlflow;
import org.probatum.support.Line;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** What changes in a tracker reaches the decisions that rest on it: those under way escalate, those published are questioned. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DisturbedDecisionsTest {
    @Inject
    Casting casting;

    @Inject
    WatchRuns watchRuns;

    private FakeMlflow mlflow;
    private Cast cast;
    private Connected prod;

    @BeforeEach
    void connect() {
        mlflow = FakeMlflow.two().experiment("1", "scorecards");
        mlflow.run("1", "4f3c", "gbm").measured("auc", 0.81).params.put("depth", "6");
        cast = casting.cast();
        prod = Connected.to(cast, mlflow, "prod");
    }

    @AfterEach
    void close() {
        mlflow.close();
    }

    @Test
    void a_decision_under_way_escalates_and_its_gate_stays_closed() {
        String key = cited();

        mlflow.run("4f3c").params.put("depth", "7");
        lookSoon(key);

        Eventually.holds(
                () -> Api.as(cast.owner()).get(key, "/escalations").then().body("kind", hasItem("EVIDENCE_DISTURBED")));
        Line.of(cast.author(), key, Gate.VERIFICATION, "verification.unchanged").isUnmetBecause("depth: 6 → 7");
    }

    @Test
    void a_published_decision_is_questioned() {
        String key = cited();
        Road.pass(cast, key, Gate.VERIFICATION);
        Road.pass(cast, key, Gate.PUBLICATION);

        mlflow.run("4f3c").gone = true;
        lookSoon(key);

        Eventually.holds(() -> Api.as(cast.author()).get(key, "").then().body("validity", equalTo("QUESTIONED")));
        assertThat(Api.as(cast.author()).get(key, "/events?limit=100").<List<String>>path("type"))
                .contains("Questioned");
    }

    /** At verification, a claim cites the run of the tracker beside its comparison. */
    private String cited() {
        ObjectNode decision = Drafts.decision(cast);
        Drafts.first(decision, "rationale").withArray("evidence").add("mlflow:prod/4f3c");
        String key = Api.as(cast.author()).filed(decision);
        Road.attach(cast, key);
        prod.imports(key, "4f3c");
        return Road.along(cast, key, Gate.VERIFICATION);
    }

    private void lookSoon(String key) {
        Database.change("update run_watch w set next_at = '-infinity' from run_snapshot s, decision d"
                + " where s.run_id = w.run_id and d.id = s.decision_id and d.key = '" + key + "';"
                + " update tracker set watch_after = '-infinity'");
        watchRuns.round(() -> true);
    }
}
