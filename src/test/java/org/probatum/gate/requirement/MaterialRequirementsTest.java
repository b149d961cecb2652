package org.probatum.gate.requirement;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** What the material has to say: taken away piece by piece from a decision that lacks nothing, and given back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MaterialRequirementsTest {
    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource(delimiter = '|', textBlock = """
            scope.outcomes          | /scope/outcomes                 | No outcome is stated
            scope.outcomes          | /scope/outcomes/0/metric        | Outcome 1
            scope.outcomes          | /scope/outcomes/0/direction     | Outcome 1
            scope.outcomes          | /scope/outcomes/0/target        | Outcome 1
            scope.constraints       | /scope/constraints              | No constraint is listed
            scope.constraints       | /scope/constraints/1/statement  | Constraint 2
            scope.assumptions       | /scope/assumptions/0/statement  | Assumption 1
            scope.assumptions       | /scope/assumptions/0/check      | Assumption 1
            scope.criteria          | /scope/criteria                 | No criterion
            scope.criteria          | /scope/criteria/0/metric        | Criterion 1
            scope.criteria          | /scope/criteria/0/dataset       | Criterion 1
            scope.criteria          | /scope/criteria/0/split         | Criterion 1
            scope.criteria          | /scope/criteria/0/direction     | Criterion 1
            scope.criteria          | /scope/criteria/0/margin        | Criterion 1
            scope.criteria          | /scope/criteria/0/tolerance     | Criterion 1
            scope.criteria          | /scope/criteria/0/seeds         | Criterion 1
            options.alternatives    | /options/0                      | 1 option listed
            options.alternatives    | /options/0/statusQuo            | 0 options are marked
            options.alternatives    | /selected                       | No option is selected
            options.claims          | /rationale                      | claims nothing
            options.claims          | /rationale/0/claim              | Claim 1
            options.claims          | /rationale/1/evidence           | Claim 2 is not backed: it cites nothing
            options.claims          | /options/0/runs                 | comparison auc-test lacks runs
            options.comparable      | /options/0/runs                 | auc-test
            options.comparable      | /options/1/runs                 | auc-test
            trade-offs.rollout      | /rollout                        | no rollout is planned
            trade-offs.rollout      | /rollout/0/step                 | Rollout step 1
            trade-offs.rollout      | /rollout/1/go                   | Rollout step 2
            trade-offs.rollout      | /rollout/0/go/metric            | Rollout step 1
            trade-offs.rollout      | /rollout/0/go/operator          | Rollout step 1
            trade-offs.rollout      | /rollout/0/go/value             | Rollout step 1
            trade-offs.rollout      | /rollout/0/go/window            | Rollout step 1
            trade-offs.rollback     | /rollback                       | no way back is planned
            trade-offs.rollback     | /rollback/trigger               | a measurable trigger
            trade-offs.rollback     | /rollback/trigger/metric        | a measurable trigger
            trade-offs.rollback     | /rollback/trigger/operator      | a measurable trigger
            trade-offs.rollback     | /rollback/trigger/value         | a measurable trigger
            trade-offs.rollback     | /rollback/trigger/window        | a measurable trigger
            trade-offs.rollback     | /rollback/steps                 | steps
            trade-offs.rollback     | /rollback/owner                 | somebody who pulls it
            risk.owned              | /risks                          | No risk is stated
            risk.owned              | /risks/0/title                  | Risk 1
            risk.owned              | /risks/1/owner                  | Risk 2
            risk.owned              | /risks/0/due                    | Risk 1
            risk.owned              | /risks/0/verification           | Risk 1
            risk.owned              | /risks/0/likelihood             | Risk 1
            risk.owned              | /risks/0/impact                 | Risk 1
            risk.owned              | /risks/0/residualLikelihood     | Risk 1
            risk.owned              | /risks/0/residualImpact         | Risk 1
            verification.checklist  | /scope/outcomes                 | The checklist is empty
            publication.summary     | /summary/context                | the context
            publication.summary     | /summary/decision               | the decision
            publication.summary     | /summary/consequences           | the consequences
            publication.summary     | /summary                        | the context, the decision and the consequences
            publication.follow-ups  | /followUps/0/action             | Follow-up 1
            publication.follow-ups  | /followUps/1/accountable        | Follow-up 2
            publication.follow-ups  | /followUps/0/due                | Follow-up 1
            """)
    void is_unmet_without_a_part_and_met_with_it(String requirement, String pointer, String says) {
        ObjectNode lacking = Drafts.decision(cast);
        remove(lacking, JsonPointer.compile(pointer));

        staysUnmetUntilMended(requirement, pointer, lacking, says);
    }

    @ParameterizedTest(name = "{0} with {1} = {2}")
    @CsvSource(delimiter = '|', textBlock = """
            scope.criteria         | /scope/criteria/0/tolerance  | {}                                | Criterion 1
            options.alternatives   | /options/1/statusQuo         | true                              | 2 options are marked
            options.claims         | /rationale/1/evidence        | []                                | it cites nothing
            options.claims         | /rationale/0/evidence        | ["inline:nobody"]                 | no run inline:nobody
            options.claims         | /rationale/0/evidence        | ["comparison:none"]               | no criterion is called "none"
            options.claims         | /rationale/1/evidence        | ["inline:trees", "document:http://example.org/a"] | not an https address
            options.claims         | /rationale/1/evidence        | ["document:x y"]                  | not an https address
            options.claims         | /rationale/1/evidence        | ["mlflow:prod/91aa"]              | no run mlflow:prod/91aa was imported
            options.comparable     | /options/1/runs              | ["inline:nobody"]                 | auc-test
            trade-offs.rollback    | /rollback/steps              | []                                | steps
            verification.checklist | /scope/outcomes/0/target     | 0.9                               | auc measured 0.817, wanted ≥ 0.9
            verification.checklist | /scope/outcomes/0/direction  | "LOWER"                           | auc measured 0.817, wanted ≤ 0.79
            verification.checklist | /scope/outcomes/0/metric     | "recall"                          | recall not measured
            """)
    void is_unmet_with_what_will_not_do(String requirement, String pointer, String value, String says) {
        ObjectNode wrong = Drafts.decision(cast);
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) wrong.at(at.head())).set(at.last().getMatchingProperty(), Json.read(value, JsonNode.class));

        staysUnmetUntilMended(requirement, pointer, wrong, says);
    }

    @Test
    void takes_an_argued_absence_for_a_constraint() {
        ObjectNode decision = Drafts.decision(cast);
        ObjectNode scope = (ObjectNode) decision.get("scope");
        scope.withArray("constraints").removeAll();
        scope.put("noConstraintsReason", "Nothing that runs depends on it");

        String key = Api.as(cast.author()).filed(decision);

        line(key, "scope.constraints").isMet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODEL", "DATA", "FEATURES", "TRAINING", "EVALUATION", "SERVING"})
    void has_every_category_within_the_boundary_with_a_tracking_plan(String category) {
        String key = Api.as(cast.author()).filed(Drafts.start(cast).put("category", category));

        line(key, "scope.boundary").isMet();
        line(key, "scope.tracking-plan").isMet();
        Api.as(cast.author())
                .get(key, "/tracking-plan")
                .then()
                .statusCode(200)
                .body("category", org.hamcrest.Matchers.equalTo(category))
                .body("entries.size()", org.hamcrest.Matchers.greaterThan(11));
    }

    @Test
    void asks_for_no_way_in_or_back_where_production_is_not_affected() {
        ObjectNode decision = Drafts.decision(cast).put("productionImpact", "NONE");
        decision.remove(List.of("rollout", "rollback"));

        String key = Api.as(cast.author()).filed(decision);

        line(key, "trade-offs.rollout").doesNotApplyBecause("Production is not affected");
        line(key, "trade-offs.rollback").doesNotApplyBecause("Production is not affected");
    }

    private void staysUnmetUntilMended(String requirement, String pointer, ObjectNode lacking, String says) {
        Api author = Api.as(cast.author());
        String key = author.filed(lacking);
        Road.attach(cast, key);

        line(key, requirement).isUnmetBecause(says);

        mend(author, key, pointer.split("/")[1]);
        if (requirement.equals("options.claims")) {
            author.post(key, "/comparisons", Map.of("criterion", "auc-test"))
                    .then()
                    .statusCode(201);
        }
        line(key, requirement).isMet();
    }

    private Line line(String key, String requirement) {
        return Line.of(cast.author(), key, gateOf(requirement), requirement);
    }

    private static Gate gateOf(String requirement) {
        return Gate.bySlug(requirement.substring(0, requirement.indexOf('.'))).orElse(Gate.TRADE_OFFS);
    }

    /** Puts one part as the complete decision has it. */
    private void mend(Api author, String key, String part) {
        ObjectNode whole = Drafts.decision(cast);
        ObjectNode body = whole.objectNode();
        String path =
                switch (part) {
                    case "options", "selected", "rationale" -> {
                        List.of("options", "selected", "rationale").forEach(name -> body.set(name, whole.get(name)));
                        yield "/options";
                    }
                    case "risks" -> {
                        body.set("risks", whole.get("risks"));
                        yield "/risks";
                    }
                    case "followUps" -> {
                        body.set("followUps", whole.get("followUps"));
                        yield "/follow-ups";
                    }
                    default -> "/" + part;
                };
        author.put(key, path, body.isEmpty() ? whole.get(part) : body).then().statusCode(200);
    }

    private static void remove(ObjectNode from, JsonPointer at) {
        JsonNode parent = from.at(at.head());
        if (parent instanceof ArrayNode list) {
            list.remove(at.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(at.last().getMatchingProperty());
        }
    }
}
