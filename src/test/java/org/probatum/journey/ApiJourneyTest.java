package org.probatum.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** The whole road over HTTP, as a program of each of three people would take it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApiJourneyTest {
    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void takes_a_decision_from_filing_to_its_record() {
        Api author = Api.as(cast.author());
        Api reviewer = Api.as(cast.reviewer());

        String key = author.filed(Drafts.decision(cast));
        Road.attach(cast, key);
        assertThat(author.stage(key)).isEqualTo("SCOPING");
        for (Gate gate : Gate.values()) {
            if (gate == Gate.TRADE_OFFS) {
                author.submit(key)
                        .then()
                        .statusCode(409)
                        .body("type", equalTo("/problems/requirements-unmet"))
                        .body("violations.pointer", hasItem("/trade-offs.complete"));
                Road.assess(cast, key);
            }
            author.submit(key).then().statusCode(201).body("inReview", equalTo(true));
            reviewer.get("/api/v1/inbox").then().statusCode(200).body("items.key", hasItem(key));
            reviewer.get(key, "/gates/" + gate.slug())
                    .then()
                    .body("met", equalTo(true))
                    .body("requirements.state", everyItem(org.hamcrest.Matchers.oneOf("satisfied", "not applicable")));
            reviewer.vote(key, gate, "APPROVE").then().statusCode(201);
        }

        assertThat(author.stage(key)).isEqualTo("PUBLISHED");
        Api.as(cast.stranger())
                .get(key, "/record")
                .then()
                .statusCode(200)
                .body("key", equalTo(key))
                .body(
                        "gates.gate",
                        equalTo(java.util.List.of("SCOPE", "OPTIONS", "TRADE_OFFS", "VERIFICATION", "PUBLICATION")))
                .body(
                        "runs.name",
                        equalTo(java.util.List.of("linear", "linear-2", "linear-3", "trees", "trees-2", "trees-3")))
                .body("checklist[0].metric", equalTo("auc"));
        author.get(key, "/events")
                .then()
                .body("type", hasItem("Published"))
                .body("type", hasItem("CriteriaSealed"))
                .body("[-1].type", equalTo("Filed"));
    }
}
