package org.probatum.decision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.TestDatabase;

/** Decisions are found by words of their titles, by whoever sees them and by nobody else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchTest {
    @Inject
    Casting casting;

    private Cast cast;
    private String mark;
    private String ranker;
    private String encoder;
    private String share;

    @BeforeEach
    void file() {
        cast = casting.cast();
        mark = cast.team().replaceAll("[^a-z0-9]", "");
        ranker = filed("Replace the ranker " + mark);
        encoder = filed("Retrain the encoder " + mark + " by 10_5%");
        share = filed("Retrain the encoder " + mark + " by 1045");
    }

    @Test
    void by_any_of_the_words_in_any_order_and_case() {
        assertThat(found(cast.author(), mark)).contains(ranker, encoder, share);
        assertThat(found(cast.author(), mark.toUpperCase(java.util.Locale.ROOT) + " Replace"))
                .contains(ranker)
                .doesNotContain(encoder, share);
        assertThat(found(cast.author(), "encoder the retrain " + mark))
                .contains(encoder, share)
                .doesNotContain(ranker);
        assertThat(found(cast.author(), mark + " nothing-like-it")).isEmpty();
    }

    @Test
    void a_key_leads_to_its_decision_in_any_case() {
        Calls.request(cast.author())
                .accept("text/html")
                .queryParam("q", ranker.toLowerCase(java.util.Locale.ROOT))
                .get("/decisions")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/decisions/" + ranker));
    }

    @Test
    void letter_by_letter_whatever_the_letters_mean_to_the_database() {
        assertThat(found(cast.author(), mark + " 10_5%")).contains(encoder).doesNotContain(share);
        assertThat(found(cast.author(), "%")).contains(encoder).doesNotContain(share, ranker);
        assertThat(found(cast.author(), mark + " ' \\ \" ; --")).isEmpty();
    }

    @Test
    void by_nobody_of_another_team() {
        assertThat(found(cast.stranger(), mark)).isEmpty();
        assertThat(found(cast.auditor(), mark)).contains(ranker);
    }

    private String filed(String title) {
        return Api.as(cast.author()).filed(Drafts.start(cast).put("title", title));
    }

    /** The keys on the board that the words narrow. */
    private List<String> found(Player player, String words) {
        String page = Calls.request(player)
                .accept("text/html")
                .queryParam("q", words)
                .get("/decisions")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return java.util.regex.Pattern.compile("href=\"/decisions/([A-Z]+-[0-9]+)\"")
                .matcher(page)
                .results()
                .map(key -> key.group(1))
                .distinct()
                .toList();
    }
}
