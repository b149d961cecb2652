package org.probatum.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Eventually;
import org.probatum.support.Rerunning;
import org.probatum.support.Road;
import org.probatum.support.Trainer;

/** The record of a decision whose runs were really run again says what came of each, with its numbers, in each rendering. */
@QuarkusTest
@TestProfile(Rerunning.class)
class RecordedRerunsTest {
    @Inject
    Casting casting;

    private Cast cast;
    private Api author;
    private String key;

    @BeforeEach
    void publish() {
        cast = casting.cast();
        author = Api.as(cast.author());
        key = Road.verifying(cast, Trainer.fresh().runs());
        author.submit(key).then().statusCode(201);
        Eventually.holds(() -> assertThat(author.stage(key)).isEqualTo("VERIFICATION?"));
        Api.as(cast.reviewer()).vote(key, Gate.VERIFICATION, "APPROVE").then().statusCode(201);
        Road.pass(cast, key, Gate.PUBLICATION);
    }

    @Test
    void says_what_was_judged_of_each_run_and_why() {
        author.get(key, "/record")
                .then()
                .body("reproductions", hasSize(6))
                .body("reproductions.rerun", everyItem(equalTo(true)))
                .body("reproductions.judgement.verdict", everyItem(equalTo("BITWISE")))
                .body("reproductions[0].judgement.measures[0].metric", equalTo("auc"));
        assertThat(rendered("text/markdown"))
                .contains("### Reproduction")
                .containsPattern("\\| `inline:trees-3` \\| ✓ \\S+[^|]* \\|");
        assertThat(rendered("text/html"))
                .contains("id=\"reproduced\"", "on a rerun of this service")
                .containsPattern("(?s)id=\"reproduced\".*<svg");
    }

    private String rendered(String type) {
        return Calls.request(cast.author())
                .accept(type)
                .get("/api/v1/decisions/" + key + "/record")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
