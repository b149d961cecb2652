package org.probatum.gate.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** The selected option beats the status quo by the sealed margins, or the shortfall is argued and waived. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SuperiorityTest {
    private static final String SUPERIORITY = "options.superiority";

    @Inject
    Casting casting;

    private Cast cast;
    private Api author;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        author = Api.as(cast.author());
    }

    @Test
    void is_met_with_its_numbers_when_the_gain_clears_the_margin() {
        String key = with(Drafts.decision(cast), 0.817, 0.816, 0.818);

        Line line = line(key);

        line.isMet();
        assertThat(line.because()).contains("auc-test: better by 0.032", "clear of the margin 0.01", "p ");
    }

    @Test
    void says_how_many_runs_are_missing() {
        String key = with(Drafts.decision(cast), 0.817);

        line(key).isUnmetBecause("trees has 1 of 3 runs");
        assertThat(line(key).wouldSatisfy()).contains("2 more runs of trees");
        Road.pass(cast, key, Gate.SCOPE);
        author.submit(key).then().statusCode(409);
    }

    @Test
    void is_not_met_by_a_gain_that_chance_explains_and_says_what_would_show_it() {
        String key = with(Drafts.decision(cast), 0.79, 0.817, 0.844);

        line(key).isUnmetBecause("not clear of the margin 0.01");
        assertThat(line(key).wouldSatisfy()).containsPattern("About [0-9]+ runs a side");
    }

    @Test
    void is_not_met_by_what_is_worse() {
        String key = with(Drafts.decision(cast), 0.7, 0.701, 0.699);

        line(key).isUnmetBecause("worse than the status quo beyond chance");
    }

    @Test
    void counts_downwards_where_lower_is_better() {
        ObjectNode decision = Drafts.decision(cast);
        ((ObjectNode) decision.at("/scope/criteria/0")).put("direction", "LOWER");
        String key = author.filed(decision);
        for (ObjectNode run : Drafts.runs()) {
            ((ObjectNode) run.at("/metrics/0")).put("direction", "LOWER");
            author.post(key, "/runs", run).then().statusCode(201);
        }

        line(key).isUnmetBecause("worse by 0.032");
    }

    @Test
    void asks_the_same_of_every_criterion_and_corrects_for_their_number() {
        ObjectNode decision = Drafts.decision(cast);
        ObjectNode second = ((ObjectNode) decision.at("/scope/criteria/0")).deepCopy();
        second.put("id", "recall-test").put("metric", "recall");
        ((com.fasterxml.jackson.databind.node.ArrayNode) decision.at("/scope/criteria")).add(second);
        String key = with(decision, 0.817, 0.816, 0.818);

        line(key).isUnmetBecause("recall-test: trees has 0 of 3 runs");
        assertThat(line(key).because()).doesNotContain("auc-test");
    }

    @Test
    void asks_nothing_of_a_decision_for_the_status_quo() {
        String key = with(Drafts.decision(cast).put("selected", "status-quo"), 0.817);

        line(key).doesNotApplyBecause("nothing to beat");
    }

    @Test
    void a_shortfall_is_waived_as_it_was_found_and_no_further() {
        String key = with(Drafts.decision(cast), 0.79, 0.817, 0.844);
        Road.pass(cast, key, Gate.SCOPE);
        author.post(key, "/comparisons", Map.of("criterion", "auc-test")).then().statusCode(201);
        author.submit(key).then().statusCode(409);

        Api.as(cast.owner())
                .post(
                        key,
                        "/gates/options/waivers",
                        Map.of(
                                "requirement",
                                SUPERIORITY,
                                "expires",
                                LocalDate.now(ZoneOffset.UTC).plusDays(20).toString(),
                                "reason",
                                "The seeds vary with the shuffling; the pilot will tell"))
                .then()
                .statusCode(201);

        assertThat(line(key).state()).isEqualTo("waived");
        author.submit(key).then().statusCode(201);
        author.post(key, "/runs", Drafts.run("trees-4", 0.78)).then().statusCode(201);
        author.put(
                        key,
                        "/options/trees/runs",
                        Map.of("runs", List.of("inline:trees", "inline:trees-2", "inline:trees-3", "inline:trees-4")))
                .then()
                .statusCode(200);
        assertThat(line(key).state()).as("other runs, another shortfall").isEqualTo("unsatisfied");
    }

    /** A decision whose status quo has three runs, and whose other option has measured this. */
    private String with(ObjectNode decision, double... trees) {
        String key = author.filed(decision);
        List<ObjectNode> runs = Drafts.runs();
        runs.subList(0, 3).forEach(run -> author.post(key, "/runs", run).then().statusCode(201));
        for (int i = 0; i < trees.length; i++) {
            String name = runs.get(3 + i).get("name").asText();
            author.post(key, "/runs", Drafts.run(name, trees[i])).then().statusCode(201);
        }
        return key;
    }

    private Line line(String key) {
        return Line.of(cast.author(), key, Gate.OPTIONS, SUPERIORITY);
    }
}
