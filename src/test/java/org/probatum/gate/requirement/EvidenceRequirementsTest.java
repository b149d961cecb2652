package org.probatum.gate.requirement;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** What the runs have to record, and that nothing sealed or snapshotted has changed since. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EvidenceRequirementsTest {
    private static final String OTHER = "sha256:" + "0123456789abcdef".repeat(4);

    @Inject
    Casting casting;

    private Cast cast;
    private Api author;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        author = Api.as(cast.author());
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(
            strings = {
                "/code/repository",
                "/code/commit",
                "/invocation/command",
                "/environment/lockFileDigest",
                "/randomness/seeds",
                "/data",
                "/data/0/uri",
                "/data/0/sha256",
                "/metrics"
            })
    void lists_a_field_whose_absence_blocks_a_rerun_until_a_corrected_run_is_cited(String field) {
        String key = author.filed(Drafts.decision(cast));
        ObjectNode lacking = Drafts.run("trees", 0.817);
        JsonPointer at = JsonPointer.compile(field);
        ((ObjectNode) lacking.at(at.head())).remove(at.last().getMatchingProperty());
        attach(key, Drafts.run("linear", 0.785));
        author.post(key, "/runs", lacking).then().statusCode(201).body("gaps.pointer", hasItem(field));

        line(key, Gate.VERIFICATION, "verification.metadata").isUnmetBecause("trees (" + field);

        attach(key, Drafts.run("trees-again", 0.817));
        cite(key, "trees", "inline:trees-again");
        line(key, Gate.VERIFICATION, "verification.metadata").isMet();
    }

    @Test
    void asks_a_run_of_uncommitted_code_for_the_digest_of_its_changes() {
        String key = author.filed(Drafts.decision(cast));
        ObjectNode dirty = Drafts.run("trees", 0.817);
        ((ObjectNode) dirty.get("code")).put("dirty", true);
        attach(key, dirty);

        line(key, Gate.VERIFICATION, "verification.metadata").isUnmetBecause("trees (/code/diffDigest)");
    }

    @Test
    void takes_a_container_image_for_a_lock_file() {
        String key = author.filed(Drafts.decision(cast));
        ObjectNode run = Drafts.run("trees", 0.817);
        ((ObjectNode) run.get("environment")).put("imageDigest", OTHER).remove("lockFileDigest");

        author.post(key, "/runs", run).then().statusCode(201).body("gaps", hasSize(0));
    }

    @Test
    void asks_for_a_cited_run() {
        String key = author.filed(Drafts.decision(cast));

        line(key, Gate.VERIFICATION, "verification.metadata").isUnmetBecause("No attached run is cited");

        Road.attach(cast, key);
        line(key, Gate.VERIFICATION, "verification.metadata").isMet();
    }

    @Test
    void compares_runs_on_data_of_different_content_only_when_the_difference_is_named() {
        ObjectNode decision = Drafts.decision(cast);
        String key = author.filed(decision);
        ObjectNode other = Drafts.run("trees", 0.817);
        ((ObjectNode) other.at("/data/0")).put("sha256", OTHER);
        attach(key, Drafts.run("linear", 0.785));
        attach(key, other);

        line(key, Gate.OPTIONS, "options.comparable").isUnmetBecause("auc-test");

        ObjectNode choice = decision.objectNode().put("namedDifference", "The trees saw the corrected labels");
        List.of("options", "selected", "rationale").forEach(name -> choice.set(name, decision.get(name)));
        author.put(key, "/options", choice).then().statusCode(200);
        line(key, Gate.OPTIONS, "options.comparable").isMet();
    }

    @Test
    void holds_criteria_unchanged_only_from_their_seal_on() {
        String key = Road.at(cast, Gate.SCOPE);
        line(key, Gate.VERIFICATION, "verification.unchanged").isUnmetBecause("criteria differ from those sealed");

        Road.pass(cast, key, Gate.SCOPE);

        line(key, Gate.VERIFICATION, "verification.unchanged").isMet();
    }

    @Test
    void sees_criteria_that_were_changed_past_the_service() {
        String key = Road.at(cast, Gate.OPTIONS);
        String material = "update decision set material = jsonb_set(material, '{scope,criteria,0,margin}', '%s')"
                + " where key = '" + key + "'";

        Database.change(material.formatted("0.001"));
        line(key, Gate.VERIFICATION, "verification.unchanged").isUnmetBecause("criteria differ from those sealed");

        Database.change(material.formatted("0.01"));
        line(key, Gate.VERIFICATION, "verification.unchanged").isMet();
    }

    @Test
    void sees_a_run_that_was_changed_past_the_service_and_its_triggers() {
        String key = Road.at(cast, Gate.OPTIONS);
        String run = "set session_replication_role = replica; update run set manifest ="
                + " jsonb_set(manifest, '{metrics,0,value}', '%s') where name = 'trees'"
                + " and decision_id = (select id from decision where key = '" + key + "')";

        Database.change(run.formatted("0.9"));
        line(key, Gate.VERIFICATION, "verification.unchanged")
                .isUnmetBecause("Changed since they were attached: trees");

        Database.change(run.formatted("0.817"));
        line(key, Gate.VERIFICATION, "verification.unchanged").isMet();
    }

    private Line line(String key, Gate gate, String requirement) {
        return Line.of(cast.author(), key, gate, requirement);
    }

    private void attach(String key, ObjectNode run) {
        author.post(key, "/runs", run).then().statusCode(201);
    }

    private void cite(String key, String option, String run) {
        author.put(key, "/options/" + option + "/runs", Map.of("runs", List.of(run)))
                .then()
                .statusCode(200);
    }
}
