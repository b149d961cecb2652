package org.probatum.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.Statements;
import org.probatum.support.TestDatabase;

/** What requests cost in statements, counted by the database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StatementsTest {
    private static final int APPROVAL = 25;
    /**
     * The last approval writes the record and the promises too, takes down the whole process, and is followed at once by
     * the job that begins the waits for what was promised, which is counted with it.
     */
    private static final int PUBLISHING_APPROVAL = 50;

    private static final int PAGE = 10;

    private static @Nullable Laid shown;

    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void an_approval_costs_at_most_twenty_five_statements(Gate gate) {
        Road.published(cast);

        // A timer that goes off meanwhile is counted too, so the least of three is what an approval costs.
        int asked = IntStream.range(0, 3).map(any -> approval(gate)).min().orElseThrow();

        assertThat(asked)
                .as(() -> String.join("\n", Statements.asked()))
                .isLessThanOrEqualTo(gate == Gate.PUBLICATION ? PUBLISHING_APPROVAL : APPROVAL);
    }

    private int approval(Gate gate) {
        String key = Road.inReview(cast, gate);
        Api reviewer = Api.as(cast.reviewer());
        String material = reviewer.material(key, gate);
        return Statements.of(
                () -> reviewer.vote(key, gate, "APPROVE", material).then().statusCode(201));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/decisions",
                "/decisions?stage=TRADE_OFFS",
                "/decisions/new",
                "/decisions/{key}",
                "/decisions/{key}/gates/trade-offs",
                "/decisions/{key}/history",
                "/decisions/{key}/edit/scope",
                "/decisions/{key}/edit/runs",
                "/decisions/{key}/edit/tracking-plan",
                "/decisions/{key}/plan",
                "/decisions/{key}/checklist",
                "/decisions/{published}/checklist",
                "/decisions/{published}/gates/verification",
                "/decisions/{key}/runs/trees",
                "/decisions/{key}/deviations",
                "/decisions/{key}/deviations/new",
                "/decisions/{key}/import",
                "/decisions/{key}/reruns",
                "/decisions/{key}/edit/trade-offs",
                "/decisions/{key}/edit/options",
                "/decisions/{key}/comparisons/auc-test",
                "/decisions/{published}",
                "/decisions/{key}/lineage",
                "/decisions/{published}/lineage",
                "/lineage",
                "/lineage?of=clicks-2026q1",
                "/risks",
                "/risks?state=ACCEPTED&team=none",
                "/risks/{key}/drift",
                "/team/{team}/appetite",
                "/team/{team}/reruns",
                "/log",
                "/log/{published}",
                "/log/integrity",
                "/team",
                "/policies",
                "/policies/gate-terms",
                "/policies/gate-terms/versions/1",
                "/account",
                "/notifications",
                "/notifications/preferences",
                "/dead-letters",
            })
    void a_page_costs_at_most_ten_statements(String page) {
        Laid laid = laid();
        String path = page.replace("{key}", laid.key())
                .replace("{published}", laid.published())
                .replace("{team}", laid.cast().team());

        for (Player reader : List.of(
                laid.cast().author(), laid.cast().reviewer(), laid.cast().auditor())) {
            int asked = Statements.least(() -> given().header("Authorization", "Bearer " + reader.token())
                    .accept("text/html")
                    .get(path)
                    .then()
                    .statusCode(200));

            assertThat(asked)
                    .as(() -> path + "\n" + String.join("\n", Statements.asked()))
                    .isBetween(1, PAGE);
        }
    }

    /** What the pages show: the same for all, since they are only read. */
    private record Laid(Cast cast, String key, String published) {}

    private Laid laid() {
        Laid made = shown;
        if (made == null) {
            made = new Laid(cast, Road.inReview(cast, Gate.TRADE_OFFS), Road.published(cast));
            for (Gate gate : Gate.values()) {
                Road.inReview(cast, gate);
            }
            shown = made;
        }
        return made;
    }

    @Test
    void a_list_costs_the_same_however_long_it_is() {
        int before = Statements.least(() -> Api.as(cast.author()).get("/api/v1/decisions"));
        for (int i = 0; i < 5; i++) {
            Road.at(cast, Gate.SCOPE);
        }

        int after = Statements.least(() -> Api.as(cast.author()).get("/api/v1/decisions"));

        assertThat(after).isEqualTo(before);
    }
}
