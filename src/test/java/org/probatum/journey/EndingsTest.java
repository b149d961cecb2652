package org.probatum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Browser;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;
import org.probatum.support.Visitor;

/** What happens beside the main road, as people do it and see it on the pages. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EndingsTest {
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
    void sends_a_decision_back_to_its_author_with_what_is_to_change() {
        String key = Road.inReview(cast, Gate.SCOPE);

        votes(key, Gate.SCOPE, "Request changes", "Say how latency is measured.");

        try (Visitor author = browser.signedIn(cast.author())) {
            author.follows("Continue: " + key + ", Work on the scope stage and submit it")
                    .sees("Changes were requested.")
                    .sees("Say how latency is measured.")
                    .presses("Submit for review")
                    .sees("next-title", "Waits for");
        }
    }

    @Test
    void ends_a_rejected_decision_with_the_reason() {
        String key = Road.inReview(cast, Gate.OPTIONS);

        votes(key, Gate.OPTIONS, "Reject", "The gain does not carry the cost.");
        try (Visitor second = browser.signedIn(cast.second())) {
            second.opens("/decisions/" + key + "/gates/options")
                    .sees("The gain does not carry the cost.")
                    .types("Why you reject it too", "The index alone costs more than it saves.")
                    .presses("Confirm: the decision ends here")
                    .sees("Rejected on");
        }

        try (Visitor author = browser.signedIn(cast.author())) {
            author.opens("/decisions/" + key).sees("Rejected on").sees("The gain does not carry the cost.");
            assertThat(author.button("Submit for review")).hasCount(0);
            assertThat(author.page().locator(".road [aria-current]")).hasCount(0);
            author.sees("ended here").opens("/decisions?stage=REJECTED").sees(key);
        }
    }

    @Test
    void withdraws_a_decision_after_saying_what_is_lost() {
        String key = Road.at(cast, Gate.OPTIONS);

        try (Visitor author = browser.signedIn(cast.author())) {
            author.opens("/decisions/" + key)
                    .page()
                    .getByText("Withdraw this decision")
                    .click();
            author.sees("It ends here and cannot be taken up again")
                    .types("Why", "The catalogue is sold.")
                    .presses("Withdraw for good")
                    .sees("Withdrawn on")
                    .sees("The catalogue is sold.");
        }

        try (Visitor reviewer = browser.signedIn(cast.reviewer())) {
            reviewer.sees("Nothing waits for you");
        }
    }

    @Test
    void declines_what_is_not_about_machine_learning_and_says_where_to_go() {
        try (Visitor author = browser.signedIn(cast.author())) {
            author.follows("File a decision");
            author.field("/team").selectOption(cast.team());
            author.field("/category").selectOption("SERVING");
            author.field("/subject").selectOption("API_LIFECYCLE");
            author.types("Title", "Retire version 1 of the scoring interface").presses("File the decision");

            author.sees("Declined at intake on")
                    .sees("The decision is about the lifecycle of an API")
                    .sees("Take it to the API review");
        }
    }

    @Test
    void lets_the_owner_of_a_risk_above_tolerance_accept_it_until_a_day() {
        ObjectNode risky = Drafts.decision(cast);
        Drafts.first(risky, "risks").put("residualLikelihood", "LIKELY").put("residualImpact", "MAJOR");
        String key = Road.at(cast, Gate.TRADE_OFFS, risky);
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(60).toString();

        try (Visitor author = browser.signedIn(cast.author())) {
            author.opens("/decisions/" + key).sees("risks", cast.owner().username() + " can accept it with an expiry");
        }
        try (Visitor owner = browser.signedIn(cast.owner())) {
            owner.opens("/escalations").sees("By how much").sees(key);
            owner.opens("/decisions/" + key)
                    .sees("A risk above tolerance waits for your word")
                    .types("Accept until", until)
                    .types("Why it may stand", "New items are a twentieth of the lists.")
                    .presses("Accept the risk")
                    .sees("risks", "Accepted until")
                    .sees("risks", "New items are a twentieth of the lists.");
        }

        try (Visitor author = browser.signedIn(cast.author())) {
            author.opens("/decisions/" + key).presses("Submit for review").sees("next-title", "Waits for");
        }
    }

    private void votes(String key, Gate gate, String vote, String why) {
        try (Visitor reviewer = browser.signedIn(cast.reviewer())) {
            reviewer.opens("/decisions/" + key + "/gates/" + gate.slug())
                    .chooses(vote)
                    .types("Why", why)
                    .presses("Cast the vote")
                    .sees("reviews", why);
        }
    }
}
