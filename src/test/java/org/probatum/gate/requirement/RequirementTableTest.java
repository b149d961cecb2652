package org.probatum.gate.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.gate.Requirement;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.TestDatabase;

/** The requirements beside the table of the decision's life: no row without a class, no class without a row. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RequirementTableTest {
    private static final String TABLE = """
            SCOPE        scope.boundary           no
            SCOPE        scope.outcomes           no
            SCOPE        scope.constraints        yes
            SCOPE        scope.assumptions        yes
            SCOPE        scope.criteria           no
            SCOPE        scope.tracking-plan      yes
            OPTIONS      options.alternatives     no
            OPTIONS      options.claims           no
            OPTIONS      options.comparable       yes
            OPTIONS      options.superiority      yes
            TRADE_OFFS   trade-offs.complete      no
            TRADE_OFFS   trade-offs.competent     no
            TRADE_OFFS   trade-offs.rollout       no
            TRADE_OFFS   trade-offs.rollback      no
            TRADE_OFFS   risk.owned               no
            TRADE_OFFS   risk.within-tolerance    no
            TRADE_OFFS   risk.within-appetite     no
            VERIFICATION verification.metadata    yes
            VERIFICATION verification.reproduced  no
            VERIFICATION verification.checklist   yes
            VERIFICATION verification.unchanged   yes
            PUBLICATION  publication.summary      no
            PUBLICATION  publication.follow-ups   no
            PUBLICATION  publication.supersedes   no
            """;

    @Inject
    @All
    List<Requirement> requirements;

    @Inject
    Casting casting;

    private record Row(Gate gate, String id, boolean waivable) {}

    @Test
    void has_a_class_for_every_row_and_a_row_for_every_class() {
        List<Row> asked = requirements.stream()
                .map(Requirement::asks)
                .map(question -> new Row(question.gate(), question.id(), question.waivable()))
                .toList();

        assertThat(asked).containsExactlyInAnyOrderElementsOf(rows());
    }

    @Test
    void reports_every_row_at_its_gate_in_the_order_of_the_table() {
        Cast cast = casting.cast();
        String key = Api.as(cast.author()).filed(Drafts.start(cast));

        for (Gate gate : Gate.values()) {
            List<Line> lines = Line.all(cast.author(), key, gate);

            assertThat(lines.stream().map(line -> new Row(gate, line.requirement(), line.waivable())))
                    .containsExactlyElementsOf(
                            rows().stream().filter(row -> row.gate() == gate).toList());
            assertThat(lines).allSatisfy(line -> assertThat(line.because()).isNotBlank());
        }
    }

    @Test
    void says_of_what_is_not_judged_yet_that_it_does_not_apply_and_why() {
        Cast cast = casting.cast();
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));

        Line.of(cast.author(), key, Gate.VERIFICATION, "verification.reproduced")
                .doesNotApplyBecause("Reruns are switched off here");
        assertThat(page(cast, key, "verification"))
                .contains("aria-label=\"not applicable\"", "Reruns are switched off here");
    }

    private static String page(Cast cast, String key, String gate) {
        return Api.as(cast.author())
                .request()
                .accept("text/html")
                .get("/decisions/" + key + "/gates/" + gate)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<Row> rows() {
        return TABLE.lines()
                .map(line -> line.split(" +"))
                .map(words -> new Row(Gate.valueOf(words[0]), words[1], words[2].equals("yes")))
                .toList();
    }
}
