package org.probatum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** What may be revised, by whom, until when, and what a revision does to a vote. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EditingTest {
    @Inject
    Casting casting;

    private Cast cast;
    private int edits;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void revises_each_part_until_the_gate_of_its_stage_has_passed_in_work_and_in_review() {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));
        Road.attach(cast, key);

        for (Gate gate : Gate.values()) {
            revisesWhatIsOpen(key, Stage.of(gate));
            if (gate == Gate.TRADE_OFFS) {
                Road.assess(cast, key);
            }
            Api.as(cast.author()).submit(key).then().statusCode(201);
            revisesWhatIsOpen(key, Stage.of(gate));
            Api.as(cast.reviewer()).vote(key, gate, "APPROVE").then().statusCode(201);
        }
        revisesWhatIsOpen(key, Stage.PUBLISHED);
    }

    private void revisesWhatIsOpen(String key, Stage stage) {
        for (Part part : Part.values()) {
            Response answer = edit(editorOf(part, key), key, part);

            String situation = part + " at " + Api.as(cast.author()).stage(key) + ": " + answer.asString();
            if (part.openIn(stage)) {
                assertThat(answer.statusCode()).as(situation).isIn(200, 201);
            } else {
                assertThat(answer.statusCode()).as(situation).isEqualTo(409);
                assertThat(answer.<String>path("type")).as(situation).isEqualTo("/problems/part-closed");
                assertThat(answer.<String>path("detail")).contains(part.until().title());
            }
        }
        Road.compare(cast, key);
    }

    /** The author, but once somebody competent has assessed, only they do so again. */
    private Player editorOf(Part part, String key) {
        String stage = Api.as(cast.author()).stage(key);
        return part == Part.TRADE_OFFS && stage.equals("TRADE_OFFS?") ? cast.reviewer() : cast.author();
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void is_revised_by_members_only(Part part) {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));

        for (Player outsider : List.of(cast.owner(), cast.auditor(), cast.administrator())) {
            assertThat(edit(outsider, key, part).statusCode())
                    .as(outsider.username())
                    .isEqualTo(403);
        }
        assertThat(edit(cast.stranger(), key, part).statusCode()).isEqualTo(404);
        if (part != Part.TRADE_OFFS) {
            assertThat(edit(cast.colleague(), key, part).statusCode()).isIn(200, 201);
        }
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void counts_a_vote_only_for_the_material_it_was_cast_on(Gate gate) {
        String key = Road.inReview(cast, gate);
        Api reviewer = Api.as(cast.reviewer());
        String seen = reviewer.material(key, gate);
        Part part =
                switch (gate) {
                    case SCOPE -> Part.SCOPE;
                    case OPTIONS -> Part.OPTIONS;
                    case TRADE_OFFS -> Part.RISKS;
                    case VERIFICATION -> Part.RUNS;
                    case PUBLICATION -> Part.SUMMARY;
                };

        edit(cast.author(), key, part).then().statusCode(equalTo(part == Part.RUNS ? 201 : 200));

        assertThat(reviewer.material(key, gate)).isNotEqualTo(seen);
        reviewer.vote(key, gate, "APPROVE", seen)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/review-outdated"));
        assertThat(reviewer.stage(key)).isEqualTo(Stage.of(gate) + "?");
        reviewer.vote(key, gate, "APPROVE").then().statusCode(201);
    }

    @Test
    void seals_the_criteria_at_the_scope_gate_and_keeps_them_to_the_record() {
        String key = Road.at(cast, Gate.SCOPE);
        Api author = Api.as(cast.author());
        author.get(key, "").then().body("criteriaSeal", nullValue());
        Road.pass(cast, key, Gate.SCOPE);
        String seal = author.get(key, "")
                .then()
                .body("criteriaSeal", notNullValue())
                .extract()
                .path("criteriaSeal");

        edit(cast.author(), key, Part.SCOPE).then().statusCode(409);

        Road.pass(cast, key, Gate.OPTIONS);
        Road.assess(cast, key);
        List.of(Gate.TRADE_OFFS, Gate.VERIFICATION, Gate.PUBLICATION).forEach(gate -> Road.pass(cast, key, gate));
        author.get(key, "/record").then().statusCode(200).body("criteriaSeal", equalTo(seal));
    }

    @Test
    void seals_nothing_when_changes_are_requested_at_the_scope_gate() {
        String key = Road.inReview(cast, Gate.SCOPE);

        Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "REQUEST_CHANGES").then().statusCode(201);

        Api.as(cast.author()).get(key, "").then().body("criteriaSeal", nullValue());
        edit(cast.author(), key, Part.SCOPE).then().statusCode(200);
    }

    /** A revision of the part that keeps everything required. */
    private Response edit(Player editor, String key, Part part) {
        Api api = Api.as(editor);
        ObjectNode whole = Drafts.decision(cast);
        String words = "Revised " + ++edits;
        return switch (part) {
            case PROFILE -> {
                ObjectNode profile = whole.objectNode().put("title", "Replace the ranker: " + words);
                List.of("category", "productionImpact", "dataSensitivity", "reversibility")
                        .forEach(name -> profile.set(name, whole.get(name)));
                yield api.put(key, "/profile", profile);
            }
            case SCOPE -> {
                ((ObjectNode) whole.at("/scope/outcomes/0")).put("statement", words);
                yield api.put(key, "/scope", whole.get("scope"));
            }
            case OPTIONS -> {
                Drafts.first(whole, "options").put("description", words);
                ObjectNode choice = whole.objectNode();
                List.of("options", "selected", "rationale").forEach(name -> choice.set(name, whole.get(name)));
                yield api.put(key, "/options", choice);
            }
            case TRADE_OFFS -> api.assess(key, "trees", "security");
            case RISKS -> api.put(key, "/risks/drift", ((ObjectNode) whole.at("/risks/1")).put("mitigation", words));
            case ROLLOUT -> {
                Drafts.first(whole, "rollout").put("step", words);
                yield api.put(key, "/rollout", whole.get("rollout"));
            }
            case ROLLBACK -> {
                ((ObjectNode) whole.get("rollback")).putArray("steps").add(words);
                yield api.put(key, "/rollback", whole.get("rollback"));
            }
            case TRACKING_PLAN -> api.put(key, "/tracking-plan", planned(api, key, "metrics.recall-" + edits));
            case RUNS -> api.post(key, "/runs", Drafts.run("run-" + edits, 0.816));
            case CITED_RUNS ->
                api.put(
                        key,
                        "/options/trees/runs",
                        Map.of(
                                "runs",
                                List.of("inline:trees", "inline:trees-2", "inline:trees-3", "inline:run-" + edits)));
            case FOLLOW_UPS -> api.post(key, "/follow-ups", Drafts.first(whole, "followUps"));
            case SUMMARY -> api.put(key, "/summary", ((ObjectNode) whole.get("summary")).put("context", words));
        };
    }

    /** The plan as it is, and one metric more. */
    private static Map<String, Object> planned(Api api, String key, String metric) {
        List<Object> entries = new java.util.ArrayList<>();
        List<Object> standing = api.get(key, "/tracking-plan").path("entries");
        if (standing != null) {
            entries.addAll(standing);
        }
        entries.add(Map.of(
                "field", metric,
                "required", false,
                "capturedBy", "the evaluation job",
                "when", "at evaluation",
                "storedIn", "run manifest",
                "why", "how many are found"));
        return Map.of("entries", entries);
    }
}
