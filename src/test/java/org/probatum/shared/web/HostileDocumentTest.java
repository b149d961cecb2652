package org.probatum.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Refusals;
import org.probatum.support.TestDatabase;

/** Complete documents, spoilt at random: filed, or refused clearly; and what is good in them comes back as it went in. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HostileDocumentTest {
    private static final long SEED = 20261124;
    private static final int ROUNDS = 1_000;
    private static final String[] BITS = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\n",
        "-",
        "0",
        "1e999999",
        "null",
        "true",
        "\\u0000",
        "\\ud800",
        "\u202e",
        "\ud83d\ude00",
        "99999999999999999999",
        "-0.0",
        "1e-400",
        "\\\"",
        "[[[[",
        "{\"a\":",
        "\u0000",
        "'",
        "&a ",
        "*a",
        "1e5",
        "5.0",
        "\\u00e9",
        "9999-12-31",
        "0000-00-00",
        "sha256:",
        "inline:",
        "\u2028"
    };

    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void files_or_refuses_whatever_a_decision_is_turned_into() {
        System.out.println("decisions spoilt with seed " + SEED);
        String good = Drafts.decision(cast).toPrettyString();
        int filed = 0;

        for (int round = 0; round < ROUNDS; round++) {
            String spoilt = spoilt(good, new Random(SEED + round));
            Response answer = send("/api/v1/decisions", spoilt);
            filed += requireAnswer(round, spoilt, answer);
        }

        assertThat(Database.value("select count(*) from decision where key like '" + cast.prefix() + "-%'"))
                .isEqualTo(String.valueOf(filed));
        assertThat(filed).as("some are still good").isBetween(20, ROUNDS - 100);
    }

    @Test
    void attaches_or_refuses_whatever_a_run_is_turned_into() {
        System.out.println("runs spoilt with seed " + SEED);
        String key = Api.as(cast.author()).filed(Drafts.start(cast));
        int attached = 0;

        for (int round = 0; round < ROUNDS; round++) {
            String spoilt = spoilt(Drafts.run("run-" + round, 0.8).toPrettyString(), new Random(SEED - round));
            Response answer = send("/api/v1/decisions/" + key + "/runs", spoilt);
            attached += requireAnswer(round, spoilt, answer);
        }

        assertThat(Database.value("select count(*) from run where decision_id ="
                        + " (select id from decision where key = '" + key + "')"))
                .isEqualTo(String.valueOf(attached));
        assertThat(attached).as("some are still good").isBetween(20, ROUNDS - 100);
        Api.as(cast.author()).get(key, "/runs").then().statusCode(200);
        assertThat(Calls.request(cast.author()).get("/decisions/" + key).statusCode())
                .isEqualTo(200);
    }

    @Test
    void gives_characters_of_every_plane_back_as_they_came() {
        String title = "Größe → 漢字 😀 👩‍👩‍👧 \"quoted\" <b>&amp; 𝔊";
        ObjectNode decision = Drafts.start(cast).put("title", title);

        String key = Api.as(cast.author()).filed(decision);

        assertThat(Api.as(cast.author()).get(key, "").<String>path("profile.title"))
                .isEqualTo(title);
        assertThat(Calls.request(cast.author()).get("/decisions/" + key).asString())
                .contains("😀", "漢字", "&lt;b&gt;&amp;amp;")
                .doesNotContain("<b>&amp;");
        assertThat(Calls.request(cast.author()).get("/decisions?q=😀").asString())
                .contains(key);
    }

    @Test
    void names_everything_that_is_wrong_at_once() {
        ObjectNode decision = Drafts.decision(cast);
        decision.put("category", "API").put("surplus", 1).put("selected", "nothing");
        Drafts.first(decision, "risks").put("due", "tomorrow");

        Response answer = Api.as(cast.author()).file(decision);

        Refusals.naming("/category", "category", answer, 422);
        Refusals.naming("/surplus", "surplus", answer, 422);
        Refusals.naming("/risks/0/due", "due", answer, 422);
        assertThat(answer.<Integer>path("violations[0].line")).isPositive();
    }

    /** One when it was stored, none when it was refused. */
    private static int requireAnswer(int round, String spoilt, Response answer) {
        if (answer.statusCode() == 201) {
            return 1;
        }
        Refusals.clear("seed " + SEED + ", round " + round + ": " + spoilt, answer, 400, 409, 422);
        return 0;
    }

    private Response send(String path, String body) {
        return Calls.request(cast.author())
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    /** Values swapped for others, lines taken out or doubled, and now and then something that breaks the writing itself. */
    private static String spoilt(String good, Random random) {
        String[] lines = good.split("\n");
        StringBuilder spoilt = new StringBuilder();
        int at = random.nextInt(lines.length);
        int kind = random.nextInt(8);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (i == at) {
                String bit = BITS[random.nextInt(BITS.length)];
                line = switch (kind) {
                    case 0 -> "";
                    case 1 -> line + "\n" + line;
                    case 2 ->
                        line.replaceFirst(":.*?(,?)$", ": " + java.util.regex.Matcher.quoteReplacement(bit) + "$1");
                    case 3 ->
                        line.replaceFirst(":.*?(,?)$", ": \"" + java.util.regex.Matcher.quoteReplacement(bit) + "\"$1");
                    case 4 -> line.replaceFirst("\"", "\"" + java.util.regex.Matcher.quoteReplacement(bit));
                    case 5 -> line.replaceFirst("([0-9])", "$1" + random.nextInt(1000));
                    case 6 -> line.replaceFirst("([a-z])", "$1" + (char) ('a' + random.nextInt(26)));
                    default ->
                        new StringBuilder(line)
                                .insert(random.nextInt(line.length() + 1), bit)
                                .toString();
                };
            }
            spoilt.append(line).append('\n');
        }
        return spoilt.toString();
    }
}
