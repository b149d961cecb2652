package org.probatum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.support.Browser;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.TestDatabase;
import org.probatum.support.Visitor;

/** The whole road as three people walk it on the pages, with JavaScript and without. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WholeRoadTest {
    private static Browser browser;

    @Inject
    Casting casting;

    private Cast cast;
    private ObjectNode draft;
    private String key;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        Browser.stop(browser);
    }

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void takes_a_decision_from_the_filing_form_to_its_published_record(boolean scripts) {
        cast = casting.cast();
        draft = Drafts.decision(cast).put("title", "Rank the catalogue of " + cast.team() + " with trees");
        try (Visitor author = arrives(cast.author(), scripts);
                Visitor reviewer = arrives(cast.reviewer(), scripts);
                Visitor second = arrives(cast.second(), scripts)) {

            files(author);
            edits(author, "Edit the scope", (ObjectNode) draft.get("scope"));
            submits(author, "scope");
            approves(reviewer, "scope");

            edits(author, "Edit the options", draft.deepCopy().retain("options", "selected", "rationale"));
            Drafts.runs().forEach(run -> attaches(author, run));
            compares(author);
            submits(author, "options");
            approves(second, "options");

            edits(author, "Open the trade-offs", "Risks", draft.deepCopy().retain("risks"));
            edits(
                    author,
                    "Open the trade-offs",
                    "Rollout and rollback",
                    draft.deepCopy().retain("rollout", "rollback"));
            assesses(reviewer, "security", "performance");
            assesses(second, "operability", "maintainability");
            submits(author, "trade-offs");
            approves(second, "trade-offs");

            submits(author, "verification");
            approves(reviewer, "verification");

            edits(author, "Write the summary", "Follow-ups", draft.deepCopy().retain("followUps"));
            edits(author, "Write the summary", (ObjectNode) draft.get("summary"));
            submits(author, "publication");
            approves(reviewer, "publication");

            reads_the_record(author);
            for (Visitor visitor : List.of(author, reviewer, second)) {
                Assertions.assertThat(visitor.complaints()).isEmpty();
            }
        }
    }

    private Visitor arrives(Player player, boolean scripts) {
        return browser.visitor(new NewContextOptions().setJavaScriptEnabled(scripts))
                .signsIn(player);
    }

    private void files(Visitor author) {
        author.follows("File a decision")
                .fills(
                        "",
                        draft.deepCopy()
                                .retain(
                                        "team",
                                        "title",
                                        "category",
                                        "productionImpact",
                                        "dataSensitivity",
                                        "reversibility",
                                        "tags"))
                .presses("File the decision")
                .sees("missing before you can submit the scope");
        key = author.key();
    }

    /** Goes to a part by the link the decision itself offers, says what is in it, and saves. */
    private void edits(Visitor author, String link, ObjectNode said) {
        author.opens("/decisions/" + key)
                .follows(link)
                .fills("", said)
                .presses("Save")
                .sees("next-title", "");
    }

    private void edits(Visitor author, String link, String part, ObjectNode said) {
        author.opens("/decisions/" + key)
                .follows(link)
                .followsInSheet(part)
                .fills("", said)
                .presses("Save")
                .sees("next-title", "");
    }

    private void attaches(Visitor author, ObjectNode run) {
        author.opens("/decisions/" + key + "/edit/options")
                .follows("Runs")
                .types("Run manifest", run.toPrettyString())
                .presses("Attach")
                .sees("runs", "inline:" + run.get("name").asText());
    }

    /** Files the comparison that the rationale cites; until then the claim that cites it is marked. */
    private void compares(Visitor author) {
        author.opens("/decisions/" + key)
                .sees("rationale", "comparison auc-test is not filed")
                .follows("Compare the options on auc-test")
                .sees("verdicts", "Better by 0.032")
                .presses("File this comparison")
                .sees("record", "computing it again gives the same");
    }

    private void submits(Visitor author, String gate) {
        author.opens("/decisions/" + key)
                .sees("Ready for the " + gate + " gate")
                .presses("Submit for review")
                .sees("next-title", "Waits for");
    }

    private void approves(Visitor reviewer, String gate) {
        reviewer.opens("/")
                .follows("Review: " + key + ", Review the " + gate + " gate")
                .chooses("Approve")
                .types("Why", "Read the " + gate + "; it holds.")
                .presses("Cast the vote")
                .sees("reviews", "Read the " + gate + "; it holds.");
    }

    private void assesses(Visitor reviewer, String first, String other) {
        reviewer.opens("/").follows("Assess: " + key + ", Assess " + first).isAt("/edit/trade-offs");
        for (String option : List.of("status-quo", "trees")) {
            for (String dimension : List.of(first, other)) {
                String at = "/" + option + "/" + dimension.toUpperCase(Locale.ROOT);
                reviewer.field(at + "/rating").selectOption("3");
                reviewer.field(at + "/reason").fill("Measured on the test split; as good as before");
            }
        }
        reviewer.presses("Save").sees("trade-offs", "competent and uninvolved");
    }

    private void reads_the_record(Visitor author) {
        author.opens("/decisions/" + key).sees("Published on").follows("Decision log");
        author.follows(draft.get("title").asText()).isAt("/log/" + key);
        author.sees(draft.get("summary").get("decision").asText())
                .sees("Keep the linear ranker")
                .sees("Monthly AUC on fresh clicks stays above 0.78");
        assertThat(author.page().locator(".gates > li")).hasCount(5);
        Assertions.assertThat(author.page().locator(".gates .mark").all())
                .isNotEmpty()
                .allSatisfy(mark ->
                        Assertions.assertThat(mark.getAttribute("aria-label")).isIn("satisfied", "not applicable"));
    }
}
