package org.probatum.evidence.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.evidence.EvidenceDisturbed;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Connected;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.FakeMlflow;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;
import org.probatum.support.Together;

/** Cited runs are looked at again in their tracker, and what differs is told once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WatchTest {
    @Inject
    Casting casting;

    @Inject
    WatchRuns watchRuns;

    @Inject
    Ear ear;

    private FakeMlflow mlflow;
    private Cast cast;
    private String key;
    private Connected prod;

    /** Hears what disturbs evidence. */
    @Singleton
    static class Ear {
        final List<EvidenceDisturbed> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes EvidenceDisturbed disturbed) {
            heard.add(disturbed);
        }
    }

    @BeforeEach
    void importAndCite() {
        mlflow = FakeMlflow.two().experiment("1", "scorecards");
        mlflow.run("1", "4f3c", "gbm").measured("auc", 0.81).params.put("depth", "6");
        cast = casting.cast();
        prod = Connected.to(cast, mlflow, "prod");
        key = Api.as(cast.author()).filed(Drafts.decision(cast));
        prod.imports(key, "4f3c");
        cite("mlflow:prod/4f3c");
        ear.heard.clear();
    }

    @AfterEach
    void close() {
        mlflow.close();
    }

    @Test
    void says_nothing_while_nothing_changes() {
        look();

        assertThat(heard()).isEmpty();
        assertThat(state()).isEqualTo("SAME");
    }

    @Test
    void tells_once_what_was_before_and_what_is_now() {
        mlflow.run("4f3c").params.put("depth", "7");
        mlflow.run("4f3c").measured("auc", 0.93);

        look();
        look();

        assertThat(heard()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(EvidenceDisturbed.Kind.CHANGED);
            assertThat(told.decision()).isEqualTo(decision());
            assertThat(told.what()).contains("parameter depth: 6 → 7", "metric auc: 0.81 at step 0 → 0.93 at step 0");
        });
        assertThat(state()).isEqualTo("CHANGED");
    }

    @Test
    void tells_again_when_it_changes_again_and_not_when_it_is_as_it_was() {
        mlflow.run("4f3c").params.put("depth", "7");
        look();
        mlflow.run("4f3c").params.put("depth", "8");
        look();
        mlflow.run("4f3c").params.put("depth", "6");
        look();

        assertThat(heard()).hasSize(2);
        assertThat(state()).isEqualTo("SAME");
    }

    @Test
    void tells_of_a_run_that_was_deleted_and_of_one_that_is_no_more() {
        mlflow.run("4f3c").lifecycle = "deleted";
        look();
        mlflow.run("4f3c").gone = true;
        look();

        assertThat(heard()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(EvidenceDisturbed.Kind.VANISHED);
            assertThat(told.what()).contains("deleted in prod");
        });
    }

    @Test
    void takes_no_tracker_that_is_down_for_runs_that_vanished() {
        mlflow.behaves(exchange -> {
            FakeMlflow.answer(exchange, 404, "text/html", "<html>nothing here</html>");
            return true;
        });
        look();
        mlflow.close();
        look();

        assertThat(heard()).isEmpty();
        assertThat(state()).isEqualTo("SAME");
        assertThat(Database.value("select unreachable is not null from run_watch w join run_snapshot s using (run_id)"
                        + " where s.decision_id = " + decision()))
                .isEqualTo("t");
    }

    @Test
    void looks_at_no_run_that_nobody_cites() {
        cite("inline:trees");
        mlflow.run("4f3c").params.put("depth", "7");
        int before = mlflow.asked().size();

        look();

        assertThat(mlflow.asked()).hasSize(before);
        assertThat(heard()).isEmpty();
    }

    @Test
    void is_done_by_one_of_those_who_look_at_the_same_time() {
        mlflow.run("4f3c").params.put("depth", "7");
        due();

        Together.times(3, () -> {
            watchRuns.round(() -> true);
            return true;
        });
        Eventually.holds(() -> assertThat(state()).isEqualTo("CHANGED"));

        assertThat(heard()).hasSize(1);
    }

    @Test
    void tags_the_cited_runs_of_a_published_decision_and_minds_no_tag_of_its_own() {
        mlflow.run("1", "base", "baseline").measured("auc", 0.7);
        ObjectNode decision = Drafts.decision(cast);
        Drafts.first(decision, "rationale").withArray("evidence").add("mlflow:prod/4f3c");
        String other = Api.as(cast.author()).filed(decision);
        Road.attach(cast, other);
        prod.imports(other, "4f3c", "base");
        Road.pass(cast, other, Gate.SCOPE);
        Road.pass(cast, other, Gate.OPTIONS);
        Road.assess(cast, other);
        Road.pass(cast, other, Gate.TRADE_OFFS);
        Road.pass(cast, other, Gate.VERIFICATION);
        assertThat(mlflow.run("4f3c").tags).doesNotContainKey("probatum.decision");

        Road.pass(cast, other, Gate.PUBLICATION);

        Eventually.holds(() -> assertThat(mlflow.run("4f3c").tags)
                .containsEntry("probatum.decision", other)
                .containsEntry("probatum.outcome", "published, selected trees")
                .containsEntry("probatum.record", "https://probatum.example.org/log/" + other));
        assertThat(mlflow.run("base").tags).isEmpty();
        look();
        assertThat(heard()).isEmpty();
    }

    @Test
    void tags_them_once_the_tracker_is_up_again() {
        mlflow.behaves(exchange -> {
            FakeMlflow.answer(exchange, 503, "text/html", "<html>down</html>");
            return true;
        });
        Database.change("insert into tracker_note (tracker_id, external_id, decision_key, tags, next_at) values ("
                + prod.id() + ", '4f3c', '" + key + "', '{\"probatum.decision\": \"" + key + "\"}', now())");
        Eventually.holds(() -> assertThat(Database.value(
                        "select attempts > 0 and reason like '%503%' and state = 'WAITING' from tracker_note where decision_key = '"
                                + key + "'"))
                .isEqualTo("t"));

        mlflow.behaves(exchange -> false);
        Database.change("update tracker_note set next_at = now() where decision_key = '" + key + "'");

        Eventually.holds(() -> assertThat(mlflow.run("4f3c").tags).containsEntry("probatum.decision", key));
    }

    private void cite(String reference) {
        Api.as(cast.author())
                .put(key, "/options/trees/runs", Map.of("runs", List.of(reference)))
                .then()
                .statusCode(200);
    }

    /** Has whatever is there looked at, by whoever is first. */
    private void look() {
        String before = Database.value(
                "select coalesce(max(w.looked_at), 'epoch') || coalesce(max(unreachable_since)::text, '')"
                        + " || max(w.next_at) from run_watch w join run_snapshot s using (run_id) where s.decision_id = "
                        + decision());
        due();
        watchRuns.round(() -> true);
        Eventually.holds(
                () -> assertThat(Database.value("select min(w.next_at) > now() + interval '6 minutes' from run_watch w"
                                + " join run_snapshot s using (run_id) where s.decision_id = " + decision()))
                        .as(before)
                        .isEqualTo("t"));
    }

    private void due() {
        Database.change("update run_watch set next_at = '-infinity' where run_id in (select run_id from run_snapshot"
                + " where decision_id = " + decision() + ")");
        Database.change("update tracker set watch_after = '-infinity'");
    }

    private List<EvidenceDisturbed> heard() {
        long decision = decision();
        return ear.heard.stream().filter(told -> told.decision() == decision).toList();
    }

    private long decision() {
        return Long.parseLong(Database.value("select id from decision where key = '" + key + "'"));
    }

    private String state() {
        return Database.value(
                "select w.state from run_watch w join run_snapshot s using (run_id) where s.decision_id = "
                        + decision());
    }
}
