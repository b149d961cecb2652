package org.probatum.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.people.Access;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** The deploy gate lets through what a published decision covers, for as long as it holds, and nothing else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AdmissionTest {
    /** What every run of the complete decision wrote. */
    private static final String MODEL = "sha256:776a1e2bc394539e27f29e2a8e5aaf6edaad89de8f45819353276f79c2a3ed04";

    /** What RFC 8410 has before the 32 bytes of an Ed25519 public key. */
    private static final String ED25519 = "302a300506032b6570032100";

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
    void now() {
        clock.reset();
    }

    @Test
    void admits_what_the_runs_of_the_selected_option_wrote() {
        String key = Road.published(cast);

        asked(MODEL, "production")
                .body("admitted", equalTo(true))
                .body("reasons", empty())
                .body("decision", equalTo(key))
                .body("record", equalTo(digest(key)))
                .body("expires", nullValue());
        asked(digest(key), "staging").body("admitted", equalTo(true)).body("decision", equalTo(key));
    }

    @Test
    void admits_nothing_that_no_published_decision_covers() {
        String unknown = "sha256:" + "0f".repeat(32);
        asked(unknown, "production")
                .body("admitted", equalTo(false))
                .body("decision", nullValue())
                .body("reasons", contains("No published decision covers " + unknown + "."));

        String rejected = artifactOf(Road.inReview(cast, Gate.PUBLICATION));

        asked(rejected, "production").body("admitted", equalTo(false));
    }

    @Test
    void admits_nothing_that_only_the_option_not_taken_wrote() {
        String other = "sha256:" + "ab".repeat(32);
        List<ObjectNode> runs = Drafts.runs();
        Drafts.first(runs.get(0), "artifacts").put("sha256", other);
        String key = Road.verifying(cast, runs);
        Road.pass(cast, key, Gate.VERIFICATION);
        Road.pass(cast, key, Gate.PUBLICATION);

        asked(other, "production").body("admitted", equalTo(false));
        asked(MODEL, "production").body("decision", equalTo(key));
    }

    @Test
    void stops_admitting_the_moment_a_decision_is_questioned_and_for_good_once_it_is_revoked() {
        String key = Road.published(cast);
        String record = digest(key);

        say(cast.author(), key, "questions");
        denied(record).body("reasons", contains(key + " is questioned."));
        say(cast.owner(), key, "reaffirmations");
        asked(record, "production").body("admitted", equalTo(true));
        say(cast.owner(), key, "questions");
        say(cast.author(), key, "revocations");

        denied(record).body("reasons", contains(key + " is revoked."));
        denied(MODEL).body("decision", equalTo(key));
    }

    @Test
    void goes_by_what_was_published_last() {
        String older = Road.published(cast);
        String newer = Road.published(cast);
        asked(MODEL, "production").body("decision", equalTo(newer)).body("admitted", equalTo(true));

        say(cast.author(), newer, "questions");

        denied(MODEL).body("decision", equalTo(newer));
        asked(digest(older), "production").body("admitted", equalTo(true));
    }

    @Test
    void lets_what_does_not_touch_production_anywhere_else() {
        String key = Road.published(cast);
        Database.change("update decision set production_impact = 'NONE' where key = '" + key + "'");

        asked(digest(key), "staging").body("admitted", equalTo(true));
        asked(digest(key), "production")
                .body("admitted", equalTo(false))
                .body("reasons", contains(startsWith(key + " covers it, and says of itself")));
    }

    @Test
    void expires_with_the_first_acceptance_that_it_rests_on() {
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(5);
        String key = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
        Api.as(cast.owner())
                .post(key, "/risks/cold-items/acceptances", Map.of("expires", last.toString(), "reason", "Seen weekly"))
                .then()
                .statusCode(201);
        for (Gate gate : List.of(Gate.TRADE_OFFS, Gate.VERIFICATION, Gate.PUBLICATION)) {
            Road.pass(cast, key, gate);
        }
        assertThat(Api.as(cast.author()).stage(key)).isEqualTo("PUBLISHED");

        asked(digest(key), "production")
                .body("admitted", equalTo(true))
                .body("conditions", contains(startsWith("Risk cold-items is accepted at level HIGH until ")))
                .body("expires", startsWith(last.toString().substring(0, 7)));

        clock.pass(Duration.ofDays(7));

        denied(digest(key)).body("reasons.join(' ')", containsString(key + " has expired: Risk cold-items"));
    }

    @Test
    void signs_what_it_answers_so_that_others_can_verify_it() throws Exception {
        String key = Road.published(cast);
        JsonNode answer = Json.read(
                asked(digest(key), "production")
                        .header("Cache-Control", equalTo("private, max-age=1"))
                        .extract()
                        .asString(),
                JsonNode.class);
        JsonNode envelope = answer.path("attestation");
        String type = envelope.path("payloadType").asText();
        byte[] payload = Base64.getDecoder().decode(envelope.path("payload").asText());
        byte[] signature =
                Base64.getDecoder().decode(envelope.at("/signatures/0/sig").asText());

        assertThat(verifies(type, payload, signature)).isTrue();
        payload[payload.length / 2] ^= 1;
        assertThat(verifies(type, payload, signature)).isFalse();
        payload[payload.length / 2] ^= 1;
        assertThat(verifies("text/plain", payload, signature)).isFalse();

        JsonNode statement = Json.read(new String(payload, StandardCharsets.UTF_8), JsonNode.class);
        assertThat(type).isEqualTo("application/vnd.in-toto+json");
        assertThat(statement.path("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat("sha256:" + statement.at("/subject/0/digest/sha256").asText())
                .isEqualTo(digest(key));
        assertThat(statement.at("/predicate/answer/admitted").asBoolean()).isTrue();
        assertThat(statement.at("/predicate/answer/decision").asText()).isEqualTo(key);
        assertThat(statement.at("/predicate/answer/environment").asText()).isEqualTo("production");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, production, /subject",
                "'', production, /subject",
                "sha256:12, production, /subject",
                "SHA256:776a1e2bc394539e27f29e2a8e5aaf6edaad89de8f45819353276f79c2a3ed04, production, /subject",
                "sha256:or 1=1, production, /subject",
                "sha256:776a1e2bc394539e27f29e2a8e5aaf6edaad89de8f45819353276f79c2a3ed04, -, /environment",
                "sha256:776a1e2bc394539e27f29e2a8e5aaf6edaad89de8f45819353276f79c2a3ed04, Production, /environment",
                "sha256:776a1e2bc394539e27f29e2a8e5aaf6edaad89de8f45819353276f79c2a3ed04, a b, /environment"
            })
    void says_what_is_no_question(String subject, String environment, String pointer) {
        var request = Api.as(cast.stranger()).request();
        if (subject != null) {
            request.queryParam("subject", subject);
        }
        if (environment != null) {
            request.queryParam("environment", environment);
        }

        request.get("/api/v1/admissions")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("admitted", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"&environment=staging", "&ENVIRONMENT=staging", "&subject=sha256:00"})
    void answers_nothing_that_is_asked_twice_over(String more) {
        Api.as(cast.stranger())
                .request()
                .get("/api/v1/admissions?environment=production&subject=" + MODEL + more)
                .then()
                .statusCode(422)
                .body("violations.wrong", contains("it is there 2 times"));
    }

    @Test
    void answers_nobody_who_is_not_signed_in_and_whoever_may_only_read() {
        String ask = "/api/v1/admissions?environment=production&subject=" + MODEL;

        RestAssured.get(ask).then().statusCode(401);
        Api.as(casting.reaching(cast.stranger(), Access.READ)).get(ask).then().statusCode(200);
    }

    @Test
    void keeps_what_a_decision_is_about_for_ever() {
        String key = Road.published(cast);

        for (String change : List.of(
                "update record_subject set digest = 'sha256:" + "00".repeat(32) + "' where digest = '" + digest(key)
                        + "'",
                "delete from record_subject where digest = '" + digest(key) + "'",
                "truncate record_subject")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Database.change(change))
                    .as(change)
                    .isNotNull();
        }
        asked(digest(key), "production").body("admitted", equalTo(true));
    }

    @Test
    void covers_of_records_from_before_it_was_kept_what_it_would_have_kept() throws Exception {
        String key = Road.published(cast);
        String script = Files.readString(Path.of("db/migration/V20261126040000__publication_record_subject.sql"));
        String found = script.substring(script.indexOf("select r.digest"), script.lastIndexOf(';'));
        String mine = " decision_id = (select decision_id from record where key = '" + key + "')";

        String kept = Database.value(
                "select string_agg(digest || ' ' || name, ', ' order by digest) from record_subject where" + mine);

        assertThat(kept).contains(MODEL, digest(key));
        assertThat(Database.value("select string_agg(f.digest || ' ' || f.name, ', ' order by f.digest) from (" + found
                        + ") f (digest, decision_id, name) where f." + mine.strip()))
                .satisfies(later -> assertThat(digestsOf(later)).isEqualTo(digestsOf(kept)));
    }

    private static List<String> digestsOf(String listed) {
        return Stream.of(listed.split(", ")).map(one -> one.split(" ")[0]).toList();
    }

    private ValidatableResponse denied(String subject) {
        return asked(subject, "production").body("admitted", equalTo(false));
    }

    private ValidatableResponse asked(String subject, String environment) {
        return Api.as(cast.stranger())
                .request()
                .queryParam("subject", subject)
                .queryParam("environment", environment)
                .get("/api/v1/admissions")
                .then()
                .statusCode(200)
                .body("subject", equalTo(subject))
                .body("environment", equalTo(environment));
    }

    private static String digest(String key) {
        return Database.value("select digest from record where key = '" + key + "'");
    }

    /** An artifact that nobody else wrote, of a decision that is not published. */
    private String artifactOf(String key) {
        String artifact = "sha256:" + "cd".repeat(32);
        ObjectNode run = Drafts.run("late", 0.9);
        Drafts.first(run, "artifacts").put("sha256", artifact);
        Api.as(cast.author()).post(key, "/runs", run);
        return artifact;
    }

    private static void say(Player player, String key, String what) {
        Api.as(player)
                .request()
                .body("{\"reason\": \"Measured anew, on the day after\"}")
                .post("/api/v1/decisions/" + key + "/" + what)
                .then()
                .statusCode(201);
    }

    /** By the platform's own Ed25519, from the public key as the log gives it out. */
    private static boolean verifies(String type, byte[] payload, byte[] signature) throws Exception {
        String vkey = RestAssured.get("/log/key").asString().strip();
        byte[] encoded = Base64.getDecoder().decode(vkey.split("\\+", 3)[2]);
        ByteArrayOutputStream spki = new ByteArrayOutputStream();
        spki.writeBytes(HexFormat.of().parseHex(ED25519));
        spki.write(encoded, 1, encoded.length - 1);
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki.toByteArray())));
        verifier.update(
                ("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ").getBytes(StandardCharsets.UTF_8));
        verifier.update(payload);
        return verifier.verify(signature);
    }
}
