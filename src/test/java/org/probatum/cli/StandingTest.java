package org.probatum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probatum.decision.Stage;
import org.probatum.decision.Validity;
import org.probatum.shared.Json;

/** What a decision's standing comes to as an exit code. */
class StandingTest {
    @ParameterizedTest
    @CsvSource({
        "PUBLISHED,    HOLDS,      false, false, false, 0",
        "PUBLISHED,    REAFFIRMED, false, false, false, 0",
        "PUBLISHED,    QUESTIONED, false, false, false, 14",
        "PUBLISHED,    REVOKED,    false, false, false, 14",
        "PUBLISHED,    SUPERSEDED, false, false, false, 14",
        "PUBLISHED,    NEW_WORD,   false, false, false, 14",
        "SCOPING,      HOLDS,      true,  false, false, 10",
        "VERIFICATION, HOLDS,      false, true,  false, 10",
        "VERIFICATION, HOLDS,      false, false, true,  12",
        "TRADE_OFFS,   HOLDS,      false, false, false, 11",
        "REJECTED,     HOLDS,      false, false, false, 13",
        "DECLINED,     HOLDS,      false, false, false, 13",
        "WITHDRAWN,    HOLDS,      false, false, false, 13"
    })
    void tells_whose_turn_it_is_and_how_it_ended(
            String stage, String validity, boolean inReview, boolean rerunning, boolean stopped, int exit) {
        Standing standing = Standing.of(decision(stage, validity, inReview, rerunning, stopped));

        assertThat(standing.exit().code()).isEqualTo(exit);
    }

    @Test
    void has_come_so_far_only_on_the_way_and_with_nothing_the_matter() {
        assertThat(Standing.of(decision("OPTIONS", "HOLDS", true, false, false)).reached(Milestone.OPTIONS))
                .isTrue();
        assertThat(Standing.of(decision("PUBLISHED", "HOLDS", false, false, false))
                        .reached(Milestone.OPTIONS))
                .isTrue();
        assertThat(Standing.of(decision("SCOPING", "HOLDS", true, false, false)).reached(Milestone.OPTIONS))
                .isFalse();
        assertThat(Standing.of(decision("REJECTED", "HOLDS", false, false, false))
                        .reached(Milestone.SCOPING))
                .isFalse();
        assertThat(Standing.of(decision("PUBLISHED", "REVOKED", false, false, false))
                        .reached(Milestone.PUBLISHED))
                .isFalse();
    }

    @Test
    void knows_every_stage_and_validity_of_the_service() {
        assertThat(Stage.values())
                .allSatisfy(stage -> Standing.of(decision(stage.name(), "HOLDS", false, false, false)));
        assertThat(Validity.values()).allSatisfy(validity -> assertThat(
                        Standing.of(decision("PUBLISHED", validity.name(), false, false, false))
                                .exit()
                                .equals(Exit.OK))
                .isEqualTo(validity.holds()));
        assertThat(Milestone.values())
                .extracting(Milestone::name, Milestone::title)
                .isEqualTo(Arrays.stream(Stage.values())
                        .limit(Milestone.values().length)
                        .map(stage -> org.assertj.core.groups.Tuple.tuple(stage.name(), stage.title()))
                        .toList());
    }

    @Test
    void takes_no_stage_that_it_does_not_know_for_an_answer() {
        assertThatThrownBy(() -> Standing.of(decision("LIMBO", "HOLDS", false, false, false)))
                .isInstanceOfSatisfying(
                        Failure.class, wrong -> assertThat(wrong.exit()).isEqualTo(Exit.STRANGE_ANSWER));
    }

    private static JsonNode decision(
            String stage, String validity, boolean inReview, boolean rerunning, boolean stopped) {
        return Json.read("""
                {"key": "CR-1", "stage": "%s", "validity": "%s", "inReview": %s, "rerunning": %s, "stopped": %s}""".formatted(stage, validity, inReview, rerunning, stopped), JsonNode.class);
    }
}
