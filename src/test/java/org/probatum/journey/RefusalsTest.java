package org.probatum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Browser;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;
import org.probatum.support.Visitor;

/** What people read when something is refused, and what becomes of what they typed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RefusalsTest {
    private static Browser browser;

    @Inject
    Casting casting;

    private Cast cast;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        Browser.stop(browser);
    }

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void keeps_what_was_typed_and_says_why_at_the_top_and_beside_the_field() {
        String key = Api.as(cast.author()).filed(Drafts.start(cast));

        try (Visitor author = browser.signedIn(cast.author())) {
            author.opens("/decisions/" + key + "/edit/scope");
            author.field("/outcomes/0/statement").fill("Order the catalogue better");
            author.field("/outcomes/0/target").fill("a lot");
            author.presses("Save");

            author.isRefused("nothing was saved").isRefused("outcomes 1, target");
            assertThat(author.field("/outcomes/0/statement")).hasValue("Order the catalogue better");
            assertThat(author.field("/outcomes/0/target")).hasValue("a lot");
            assertThat(author.field("/outcomes/0/target")).hasAttribute("aria-invalid", "true");
            author.sees("field-outcomes-0-target-wrong", "number");

            author.page().locator("[role=alert] a").first().click();
            author.isAt("#field-outcomes-0-target");
            author.field("/outcomes/0/target").fill("0.79");
            author.presses("Save").sees("scope", "Order the catalogue better");
        }
    }

    @Test
    void tells_of_a_form_that_somebody_else_overtook_and_keeps_what_was_typed() {
        String key = Api.as(cast.author()).filed(Drafts.start(cast));

        try (Visitor author = browser.signedIn(cast.author())) {
            author.opens("/decisions/" + key + "/edit/summary");
            Api.as(cast.colleague())
                    .put(key, "/summary", Map.of("context", "What the colleague wrote."))
                    .then()
                    .statusCode(200);
            author.types("Context", "What the author wrote.").presses("Save");

            author.isRefused("It has changed since you read it").isRefused("Nothing was saved");
            assertThat(author.field("/context")).hasValue("What the author wrote.");

            author.presses("Save").sees("summary", "What the author wrote.");
        }
    }

    @Test
    void refuses_a_vote_on_material_that_changed_and_says_what_changed() {
        String key = Road.inReview(cast, Gate.SCOPE);

        try (Visitor reviewer = browser.signedIn(cast.reviewer())) {
            reviewer.opens("/decisions/" + key + "/gates/scope")
                    .chooses("Approve")
                    .types("Why", "All outcomes hold.");
            var scope = Drafts.decision(cast).get("scope").deepCopy();
            ((com.fasterxml.jackson.databind.node.ObjectNode)
                            scope.get("outcomes").get(0))
                    .put("target", 0.8);
            Api.as(cast.author()).put(key, "/scope", scope).then().statusCode(200);
            reviewer.presses("Cast the vote");

            reviewer.isRefused("It changed since you looked")
                    .isRefused(cast.author().username() + " revised the scope");
            reviewer.sees("scope", "≥ 0.8");
            assertThat(reviewer.field("/comment")).hasValue("All outcomes hold.");

            reviewer.presses("Cast the vote").sees("reviews", "All outcomes hold.");
        }
    }

    @Test
    void does_not_offer_a_vote_to_whoever_worked_on_the_decision_and_says_who_has_it() {
        String key = Road.inReview(cast, Gate.SCOPE);

        try (Visitor author = browser.signedIn(cast.author())) {
            author.opens("/decisions/" + key + "/gates/scope")
                    .sees("vote", "Nobody judges their own work")
                    .sees("vote", cast.reviewer().username());
            assertThat(author.button("Cast the vote")).hasCount(0);
        }
    }

    @Test
    void shows_line_and_column_and_the_nearest_known_key_for_an_unknown_one_in_a_file() {
        String file = """
                apiVersion: probatum/v1
                kind: Decision
                team: %s
                category: MODEL
                titel: Replace the linear ranker
                """.formatted(cast.team());

        try (Visitor author = browser.signedIn(cast.author())) {
            author.follows("File a decision").types("Decision file", file).presses("Check");

            author.isRefused("line 5, column 1").isRefused("titel").isRefused("\"title\"");
            assertThat(author.page().getByLabel("Decision file")).hasValue(file);

            author.types("Decision file", file.replace("titel", "title"))
                    .presses("Check")
                    .sees("Nothing is wrong with it")
                    .presses("File it")
                    .sees("Replace the linear ranker");
        }
    }

    @Test
    void keeps_the_username_after_a_wrong_password() {
        try (Visitor somebody = browser.visitor()) {
            somebody.opens("/decisions/new")
                    .types("Username", cast.author().username())
                    .types("Password", "wrong horse")
                    .presses("Sign in")
                    .isRefused("Username or password is not right.");
            assertThat(somebody.page().getByLabel("Username"))
                    .hasValue(cast.author().username());

            somebody.types("Password", Casting.PASSWORD).presses("Sign in").isAt("/decisions/new");
        }
    }
}
