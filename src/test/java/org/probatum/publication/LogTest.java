package org.probatum.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.log.Head;
import org.probatum.log.LogFiles;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** The decision log: newest first, found by its words, page by page. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LogTest {
    private static final Pattern ENTRY = Pattern.compile("href=\"/log/([A-Z]+-[0-9]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/log\\?[^\"]*)\" rel=\"next\"");

    @Inject
    Casting casting;

    @Inject
    LogFiles files;

    private Cast cast;
    private String word;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        word = "quagga" + System.nanoTime();
    }

    @Test
    void lists_the_newest_first() {
        String first = published("First of " + word);
        String second = published("Second of " + word);

        assertThat(keys(page("/log?q=" + word))).containsExactly(second, first);
        assertThat(keys(page("/log"))).startsWith(second, first);
    }

    @Test
    void finds_a_record_by_words_of_its_title_claims_and_summary_and_by_its_key() {
        ObjectNode decision = Drafts.decision(cast).put("title", "Weigh the rankers");
        ((ObjectNode) decision.at("/rationale/0")).put("claim", "Claimed " + word);
        ((ObjectNode) decision.get("summary")).put("consequences", "Nobody recomputes lists of " + word + " by hand");
        String key = published(decision);

        for (String words : List.of(word, word + "+weighing", word + "+claims", key + "+" + word)) {
            assertThat(keys(page("/log?q=" + words))).as(words).containsExactly(key);
        }
        assertThat(keys(page("/log?q=%22lists+of+" + word + "%22"))).containsExactly(key);
        assertThat(keys(page("/log?q=" + word + "+-rankers"))).isEmpty();
        assertThat(keys(page("/log?q=" + word + "+giraffe"))).isEmpty();
    }

    @Test
    void says_how_much_was_signed_to_all_and_what_is_newest_to_those_who_see_everything() {
        String key = published("Signed " + word);

        Eventually.holds(() -> {
            Head head = files.head().orElseThrow();
            String[] signed = {"<dd>" + head.size() + "</dd>", head.root().hex()};
            String leaf = "/decisions/" + key + "/history";
            String button = "action=\"/log/integrity\"";

            assertThat(page(cast.auditor(), "/log")).contains(signed).contains(leaf, button);
            assertThat(page("/log")).contains(signed).doesNotContain(leaf, button);
        });
    }

    @Test
    void says_what_to_do_when_no_record_says_that() {
        assertThat(page("/log?q=never" + word)).contains("No record says that", "href=\"/log\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%22", "%27%29%3B--", "%26%7C%21", "%3A%2A", "%3Cscript%3Ealert%3C/script%3E", "((("})
    void takes_any_words(String words) {
        assertThat(page("/log?q=" + words)).contains("Decision log").doesNotContain("<script>alert");
    }

    @Test
    void goes_on_where_a_page_ended_even_among_records_of_the_same_moment() {
        String key = published("Many of " + word);
        clone("decision", "id", key);
        clone("record", "decision_id", key);

        String first = page("/log?q=" + word);
        List<String> all = new ArrayList<>(keys(first));
        assertThat(all).hasSize(30);
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        published("Newer than the first page of " + word);
        String second = page(next.group(1));
        all.addAll(keys(second));

        assertThat(NEXT.matcher(second).find()).isFalse();
        assertThat(String.join(",", all))
                .isEqualTo(Database.value("select string_agg(key, ',' order by published_at desc, decision_id desc)"
                        + " from record where title = 'Many of " + word + "'"));
        assertThat(all).hasSize(41).doesNotHaveDuplicates();
    }

    /** Forty more rows like the decision's, four at a time at the same moment. */
    private static void clone(String table, String id, String key) {
        String moment = table.equals("record") ? "published_at" : "filed_at";
        Database.change("""
                insert into %1$s select r.* from %1$s o, generate_series(1, 40) n,
                    jsonb_populate_record(null::public.%1$s, to_jsonb(o) || jsonb_build_object('%2$s', 1000000 + o.%2$s * 100 + n,
                        'key', o.key || lpad(n::text, 2, '0'), '%3$s', o.%3$s - interval '1 minute' * (n / 4))) r
                where o.key = '%4$s'
                """.formatted(table, id, moment, key));
    }

    private String published(String title) {
        return published(Drafts.decision(cast).put("title", title));
    }

    private String published(ObjectNode decision) {
        String key = Road.at(cast, Gate.PUBLICATION, decision);
        Road.pass(cast, key, Gate.PUBLICATION);
        return key;
    }

    private String page(String address) {
        return page(cast.stranger(), address);
    }

    private static String page(Player player, String address) {
        return Api.as(player)
                .request()
                .accept("text/html")
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> keys(String page) {
        return ENTRY.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
