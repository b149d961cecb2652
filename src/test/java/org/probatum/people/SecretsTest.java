package org.probatum.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.CookieJar;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** Passwords, sessions and tokens: how they are kept, how far they reach and when they are dead. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecretsTest {
    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void are_kept_as_hashes_only() throws Exception {
        CookieJar browser = new CookieJar();
        browser.signIn(cast.author().username(), Casting.PASSWORD);

        assertThat(Database.value("select password_hash from person where id = "
                        + cast.author().id()))
                .startsWith("$2");
        assertThat(Database.value("select count(*) from session where encode(secret_hash, 'hex') = '"
                        + sha256(browser.session()) + "'"))
                .isEqualTo("1");
        assertThat(Database.value("select count(*) from api_token where encode(secret_hash, 'hex') = '"
                        + sha256(cast.author().token()) + "'"))
                .isEqualTo("1");
        for (String table : tables()) {
            for (String secret : List.of(browser.session(), cast.author().token(), Casting.PASSWORD)) {
                assertThat(Database.value(
                                "select count(*) from \"" + table + "\" t where t::text like '%" + secret + "%'"))
                        .as(table)
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void are_different_hashes_for_the_same_password() {
        Password one = Password.of(Casting.PASSWORD);
        Password other = Password.of(Casting.PASSWORD);

        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(one.matches(Casting.PASSWORD)).isTrue();
        assertThat(one.matches(Casting.PASSWORD + " ")).isFalse();
    }

    @Test
    void show_a_token_once_and_never_again() {
        Response issued = issue(cast.author(), "[\"read\"]");
        String token = issued.path("token");

        assertThat(issued.statusCode()).isEqualTo(201);
        assertThat(issued.header("Cache-Control")).contains("no-store");
        assertThat(Api.as(cast.author()).get("/api/v1/tokens").asString()).doesNotContain(token);
        assertThat(Calls.request(cast.author()).get("/account").asString()).doesNotContain(token);
    }

    @Test
    void expire() {
        assertThat(inbox(cast.author())).isEqualTo(200);

        clock.pass(Duration.ofDays(31));

        assertThat(inbox(cast.author())).isEqualTo(401);
    }

    @Test
    void are_dead_once_revoked() {
        Response issued = issue(cast.author(), "[\"read\"]");
        Player token = new Player(cast.author().actor(), issued.path("token"));
        assertThat(inbox(token)).isEqualTo(200);

        Api.as(cast.author())
                .request()
                .delete("/api/v1/tokens/" + issued.path("id"))
                .then()
                .statusCode(204);

        assertThat(inbox(token)).isEqualTo(401);
    }

    @Test
    void are_revoked_by_nobody_else() {
        Response issued = issue(cast.author(), "[\"read\"]");

        for (Player other : List.of(cast.colleague(), cast.administrator())) {
            Api.as(other)
                    .request()
                    .delete("/api/v1/tokens/" + issued.path("id"))
                    .then()
                    .statusCode(404);
        }

        assertThat(inbox(new Player(cast.author().actor(), issued.path("token"))))
                .isEqualTo(200);
    }

    @Test
    void reach_no_further_than_the_sign_in_that_asks_for_them() {
        Player filing = casting.reaching(cast.author(), "read", "file");

        assertThat(issue(filing, "[\"read\", \"file\"]").statusCode()).isEqualTo(201);
        assertThat(issue(filing, "[\"review\"]").statusCode()).isEqualTo(403);
        assertThat(issue(cast.author(), "[\"admin\"]").statusCode()).isEqualTo(403);
        assertThat(issue(casting.reaching(cast.author(), "read"), "[\"read\"]").statusCode())
                .isEqualTo(403);
    }

    @Test
    void reach_no_further_than_their_person_when_a_role_is_taken_away() {
        Api author = Api.as(cast.author());
        author.filed(Drafts.start(cast));

        Database.change("update membership set roles = '{REVIEWER}' where person_id = "
                + cast.author().id());

        author.file(Drafts.start(cast)).then().statusCode(403);
        Database.change(
                "delete from membership where person_id = " + cast.author().id());
        author.file(Drafts.start(cast)).then().statusCode(422);
        author.get("/api/v1/teams/" + cast.team()).then().statusCode(404);
    }

    @Test
    void keep_no_platform_for_whoever_owns_it_no_longer() {
        assertThat(Calls.request(cast.administrator()).get("/api/v1/people").statusCode())
                .isEqualTo(200);

        Database.change("update person set platform_roles = '{}' where id = "
                + cast.administrator().id());

        assertThat(Calls.request(cast.administrator()).get("/api/v1/people").statusCode())
                .isEqualTo(403);
    }

    @Test
    void are_not_taken_from_where_they_do_not_belong() {
        CookieJar browser = new CookieJar();
        browser.signIn(cast.author().username(), Casting.PASSWORD);

        assertThat(new CookieJar()
                        .with(CookieJar.SESSION, cast.author().token())
                        .isSignedIn())
                .as("a token is no session")
                .isFalse();
        assertThat(inbox(new Player(cast.author().actor(), browser.session())))
                .as("a session is no token")
                .isEqualTo(401);
        for (String header : List.of(
                "", "Bearer", "Bearer ", "Basic eDp5", "bearer " + cast.author().token() + "x")) {
            assertThat(Calls.request(null)
                            .header("Authorization", header)
                            .get("/api/v1/inbox")
                            .statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    private static int inbox(Player player) {
        return Calls.request(player).get("/api/v1/inbox").statusCode();
    }

    private static Response issue(Player player, String scopes) {
        return Api.as(player)
                .request()
                .body("{\"name\": \"pipeline\", \"scopes\": " + scopes + ", \"days\": 1}")
                .post("/api/v1/tokens");
    }

    private static List<String> tables() {
        return List.of(Database.value("select string_agg(tablename, ',') from pg_tables where schemaname = 'public'")
                .split(","));
    }

    private static String sha256(String words) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
    }
}
