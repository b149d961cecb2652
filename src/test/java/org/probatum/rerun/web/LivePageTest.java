package org.probatum.rerun.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.support.Api;
import org.probatum.support.Browser;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Eventually;
import org.probatum.support.Rerunning;
import org.probatum.support.Road;
import org.probatum.support.Trainer;
import org.probatum.support.Visitor;

/** The page of a rerun follows it: what it prints comes as it is printed, and what came of it when it is over. */
@QuarkusTest
@TestProfile(Rerunning.class)
class LivePageTest {
    private static Browser browser;

    @Inject
    Casting casting;

    private Cast cast;
    private Api author;

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
        author = Api.as(cast.author());
    }

    @Test
    void shows_what_is_printed_as_it_is_printed_and_its_end_by_itself() {
        String key = ordered(6);
        int id = author.get(key, "/reruns").path("[0].id");

        try (Visitor visitor = browser.signedIn(cast.author())) {
            visitor.opens("/decisions/" + key + "/reruns/" + id).sees("epoch 1");
            visitor.page().evaluate("window.sameVisit = true");
            String printed =
                    visitor.sees("epoch 3").page().locator("pre[data-log]").textContent();

            assertThat(visitor.page().evaluate("window.sameVisit === true")).isEqualTo(true);
            assertThat(printed)
                    .containsOnlyOnce("training linear")
                    .containsOnlyOnce("epoch 1")
                    .contains("epoch 2");
            visitor.sees("progress", "It is over");
            assertThat(visitor.page().locator("#log pre")).containsText("epoch 6");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void tells_programs_where_to_go_on() {
        String key = ordered(0);
        int id = author.get(key, "/reruns").path("[0].id");
        Eventually.holds(() -> author.get(key, "/reruns/" + id).then().body("state", equalTo("OVER")));

        assertThat(log(key, id, 0)).isEqualTo("training linear with seed 5\n");
        assertThat(log(key, id, 9)).isEqualTo("linear with seed 5\n");
        assertThat(log(key, id, 28)).isEmpty();
        assertThat(log(key, id, 9_000)).isEmpty();
    }

    /** What was printed from a byte on; what the header says comes next is checked on the way. */
    private String log(String key, int id, long from) {
        var answer = Calls.request(cast.author())
                .accept("text/plain")
                .get("/api/v1/decisions/" + key + "/reruns/" + id + "/log?from=" + from);
        answer.then().statusCode(200).header("Probatum-Next-Byte", equalTo("28"));
        return answer.asString();
    }

    /** A decision of which one run is run again, which takes so many seconds. */
    private String ordered(int seconds) {
        List<ObjectNode> runs = Trainer.fresh().runs();
        ((ObjectNode) runs.get(0).get("invocation")).withArray("command").add(String.valueOf(seconds));
        String key = Road.verifying(cast, runs);
        author.post(key, "/reruns", Map.of("runs", List.of("inline:linear")))
                .then()
                .statusCode(201);
        return key;
    }
}
