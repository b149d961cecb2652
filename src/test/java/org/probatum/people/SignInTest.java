package org.probatum.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.CookieJar;
import org.probatum.support.Database;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** Signing in by the page: what it gives, to whom, for how long, and what it gives away. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SignInTest {
    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    private Cast cast;
    private String username;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        username = cast.author().username();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void gives_a_fresh_session_and_takes_up_none_that_was_planted() {
        CookieJar browser = new CookieJar().with(CookieJar.SESSION, "prs_planted");

        Response answer = browser.signIn(username, Casting.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.session()).startsWith("prs_").isNotEqualTo("prs_planted");
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(new CookieJar().with(CookieJar.SESSION, "prs_planted").isSignedIn())
                .isFalse();
    }

    @Test
    void ends_the_session_that_the_browser_came_with() {
        CookieJar browser = new CookieJar();
        browser.signIn(username, Casting.PASSWORD);
        String first = browser.session();

        browser.signIn(cast.colleague().username(), Casting.PASSWORD);

        assertThat(browser.session()).isNotEqualTo(first);
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(new CookieJar().with(CookieJar.SESSION, first).isSignedIn()).isFalse();
    }

    @Test
    void keeps_its_cookies_from_scripts_and_from_other_sites() {
        CookieJar browser = new CookieJar();

        String session = browser.signIn(username, Casting.PASSWORD).headers().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(CookieJar.SESSION + "="))
                .findFirst()
                .orElseThrow();
        String token = new CookieJar().get("/sign-in").header("Set-Cookie");

        assertThat(session).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(session).containsIgnoringCase("Path=/").containsIgnoringCase("Max-Age=43200");
        assertThat(token).startsWith("probatum-csrf=").containsIgnoringCase("HttpOnly");
    }

    @Test
    void ends_with_signing_out_for_whoever_kept_the_cookie() {
        CookieJar browser = new CookieJar();
        browser.signIn(username, Casting.PASSWORD);
        String kept = browser.session();

        Response answer = browser.post("/sign-out", "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/sign-in");
        assertThat(new CookieJar().with(CookieJar.SESSION, kept).isSignedIn()).isFalse();
    }

    @Test
    void lasts_twelve_hours() {
        CookieJar browser = new CookieJar();
        browser.signIn(username, Casting.PASSWORD);

        clock.pass(Duration.ofHours(12).minusMinutes(1));
        assertThat(browser.isSignedIn()).isTrue();

        clock.pass(Duration.ofMinutes(2));
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void makes_a_username_wait_after_ten_failures_and_nobody_else() {
        for (int i = 0; i < 10; i++) {
            assertThat(new CookieJar().signIn(username, "wrong").statusCode()).isEqualTo(401);
        }

        Response right = new CookieJar().signIn(username, Casting.PASSWORD);

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.asString()).contains("Wait 5 minutes");
        assertThat(right.cookies()).doesNotContainKey(CookieJar.SESSION);
        assertThat(new CookieJar()
                        .signIn(cast.colleague().username(), Casting.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        clock.pass(Duration.ofMinutes(6));
        assertThat(new CookieJar().signIn(username, Casting.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void answers_an_unknown_username_and_a_wrong_password_alike() {
        String unknown = "nobody-" + username;

        for (int i = 0; i < 11; i++) {
            Response wrong = new CookieJar().signIn(username, "wrong");
            Response absent = new CookieJar().signIn(unknown, "wrong");

            assertThat(absent.statusCode()).isEqualTo(wrong.statusCode());
            assertThat(words(absent).replace(unknown, "x"))
                    .isEqualTo(words(wrong).replace(username, "x"));
        }
    }

    @Test
    void lets_no_demo_account_in_where_there_is_no_demo() {
        CookieJar before = new CookieJar();
        before.signIn(username, Casting.PASSWORD);
        Database.change("update person set demo = true where username = '" + username + "'");

        Response answer = new CookieJar().signIn(username, Casting.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString()).contains("this service is not a demo");
        assertThat(before.isSignedIn()).as("nor does an old session").isFalse();
        assertThat(org.probatum.support.Calls.request(cast.author())
                        .get("/api/v1/inbox")
                        .statusCode())
                .as("nor does a token")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "///evil.example",
                "/%09/evil.example",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "\\\\evil.example",
                "evil.example",
                "/.//evil.example",
                "/@evil.example",
                "/x:@evil.example/"
            })
    void goes_nowhere_but_home_for_an_address_that_is_not_ours(String next) {
        Response shown = org.probatum.support.Calls.request(null)
                .queryParam("next", next)
                .get("/sign-in");

        Response answer = new CookieJar()
                .post("/sign-in", "username=" + username + "&password=" + Casting.PASSWORD + "&next=" + next);

        assertThat(shown.asString()).contains("name=\"next\" value=\"/\"");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).matches("http://localhost:\\d+/");
        assertThat(answer.cookies()).doesNotContainKey("a");
    }

    @Test
    void goes_on_to_where_one_wanted_to_go() {
        Response answer = new CookieJar()
                .post("/sign-in", "username=" + username + "&password=" + Casting.PASSWORD + "&next=/decisions/new");

        assertThat(answer.header("Location")).endsWith("/decisions/new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a\u0000b", "' or 1=1 --", "😀", "Author-1", "%00"})
    void refuses_whatever_is_no_username(String strange) {
        assertThat(new CookieJar().signIn(strange, Casting.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(new CookieJar().signIn("x".repeat(100_000), Casting.PASSWORD).statusCode())
                .isEqualTo(401);
    }

    private static String words(Response answer) {
        return answer.asString().replaceAll("name=\"csrf-token\" value=\"[^\"]*\"", "");
    }
}
