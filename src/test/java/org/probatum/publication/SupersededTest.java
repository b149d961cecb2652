package org.probatum.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;
import org.probatum.publication.bundle.BundleCheck;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.Line;
import org.probatum.support.Pdf;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;
import org.probatum.support.Together;

/** A published decision takes the place of those that it names, for good, and everybody who relies on them is told. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SupersededTest {
    private static final String RULE = "publication.supersedes";

    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void holds_until_its_successor_is_published_and_not_longer() {
        String older = Road.published(cast);
        say(older, "questions");
        String newer = Road.at(cast, Gate.PUBLICATION, superseding(older));
        assertThat(validity(older)).isEqualTo("QUESTIONED");

        Road.pass(cast, newer, Gate.PUBLICATION);

        assertThat(validity(older)).isEqualTo("SUPERSEDED");
        assertThat(validity(newer)).isEqualTo("HOLDS");
        assertThat(count("escalation e join decision d on d.id = e.decision_id where e.state = 'OPEN' and d.key = '"
                        + older + "'"))
                .isEqualTo("0");
        assertThat(count("risk_row r join decision d on d.id = r.decision_id where not r.closed and d.key = '" + older
                        + "'"))
                .isEqualTo("0");
        for (String what : List.of("questions", "revocations")) {
            assertThat(said(older, what).statusCode()).as(what).isEqualTo(409);
        }
        assertThatThrownBy(() -> Database.change("update decision set validity = 'HOLDS' where key = '" + older + "'"))
                .hasStackTraceContaining("holds no more");
    }

    @Test
    void is_no_longer_admitted_and_whoever_asks_is_told_what_took_its_place() {
        String older = Road.published(cast);
        String record = Database.value("select digest from record where key = '" + older + "'");
        admission(record).then().body("admitted", equalTo(true));

        String newer = published(superseding(older));

        admission(record)
                .then()
                .body("admitted", equalTo(false))
                .body("reasons[0]", equalTo(older + " is superseded by " + newer + "."));
    }

    @Test
    void leads_from_each_record_to_the_other() throws Exception {
        String older = Road.published(cast);
        String newer = published(superseding(older));

        assertThat(record(older, "text/html").asString())
                .contains("Superseded", "href=\"/log/" + newer + "\"", "takes its place");
        assertThat(record(newer, "text/html").asString()).contains("Takes the place of", "href=\"/log/" + older + "\"");
        assertThat(record(newer, "text/markdown").asString()).contains("supersedes: [" + older + "]");
        assertThat(Api.tree(record(newer, "application/json"))
                        .at("/material/summary/supersedes/0")
                        .asText())
                .isEqualTo(older);
        assertThat(record(older, "text/markdown").asString())
                .contains("status: superseded by " + newer, "* **Superseded** on ", " by " + newer + ", which takes");
        try (Pdf pdf = new Pdf(record(newer, "application/pdf").asByteArray());
                Pdf past = new Pdf(record(older, "application/pdf").asByteArray())) {
            assertThat(pdf.text()).contains("Takes the place of", older);
            assertThat(past.text()).contains("Superseded since", "by " + newer + ", which takes its place");
        }
        for (String type : List.of("text/markdown", "application/json", "application/vnd.in-toto+json")) {
            assertThat(record(older, type).header("Link"))
                    .as(type)
                    .contains("/log/" + newer + ">", "rel=\"successor-version\"");
            assertThat(record(newer, type).header("Link"))
                    .as(type)
                    .contains("/log/" + older + ">", "rel=\"predecessor-version\"");
        }
        assertThat(page("/decisions/" + older)).contains("Superseded on", "/log/" + newer);
        assertThat(page("/log")).contains("Superseded");
    }

    @Test
    void is_told_by_a_bundle() throws Malformed {
        String older = Road.published(cast);
        published(superseding(older));
        NoteKey key = NoteKey.parse(RestAssured.get("/log/key").asString().strip());

        Eventually.holds(() -> {
            byte[] bundle = Api.as(cast.stranger()).get(older, "/bundle").asByteArray();
            assertThat(new BundleCheck(List.of(key), null, List.of()).lines(bundle))
                    .filteredOn(line -> line.what().equals("standing"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.holds()).isFalse())
                    .satisfies(line -> assertThat(line.because()).startsWith("superseded at"));
        });
    }

    @Test
    void waits_at_the_gate_for_what_is_not_published_or_is_taken() {
        String unpublished = Road.at(cast, Gate.OPTIONS);
        String revoked = Road.published(cast);
        say(revoked, "questions");
        say(revoked, "revocations");
        String taken = Road.published(cast);
        String first = published(superseding(taken));

        String newer = Road.at(cast, Gate.PUBLICATION, superseding(unpublished, revoked, taken));

        Line line = Line.of(cast.author(), newer, Gate.PUBLICATION, RULE);
        line.isUnmetBecause(unpublished + " is not published.");
        line.isUnmetBecause(revoked + " is revoked.");
        line.isUnmetBecause(taken + " was superseded by " + first + " already.");
        assertThat(Api.as(cast.author()).submit(newer).statusCode()).isEqualTo(409);
        Line.of(cast.author(), first, Gate.PUBLICATION, RULE).isMet();
        Line.of(cast.author(), taken, Gate.PUBLICATION, RULE).doesNotApplyBecause("no other decision");
    }

    @Test
    void does_not_take_its_own_place() {
        String key = Road.at(cast, Gate.PUBLICATION);
        Api.as(cast.author()).put(key, "/summary", summary(key)).then().statusCode(200);

        Line.of(cast.author(), key, Gate.PUBLICATION, RULE).isUnmetBecause(key + " is this decision itself.");
    }

    @Test
    void is_of_the_same_team_and_there() {
        Cast others = casting.cast();
        String theirs = Road.published(others);

        for (String key : List.of(theirs, cast.prefix() + "-99999")) {
            Api.as(cast.author())
                    .file(superseding(key))
                    .then()
                    .statusCode(422)
                    .body("violations[0].pointer", equalTo("/summary/supersedes/0"))
                    .body("violations[0].wrong", equalTo("the team has no decision " + key))
                    .body("violations[0].right", containsString("of the team's own"));
        }
        Api.as(cast.author()).file(superseding("x")).then().statusCode(422);
    }

    @Test
    void is_superseded_by_one_of_two_that_are_published_at_once() {
        String older = Road.published(cast);
        List<String> newer = List.of(
                Road.at(cast, Gate.PUBLICATION, superseding(older)),
                Road.at(cast, Gate.PUBLICATION, superseding(older)));
        newer.forEach(key -> Api.as(cast.author()).submit(key).then().statusCode(201));

        List<Integer> votes = Together.all(newer.stream()
                .map(key -> (java.util.concurrent.Callable<Integer>) () -> Api.as(cast.reviewer())
                        .vote(key, Gate.PUBLICATION, "APPROVE")
                        .statusCode())
                .toList());

        List<String> published = newer.stream()
                .filter(key -> Api.as(cast.author()).stage(key).equals("PUBLISHED"))
                .toList();
        assertThat(published).as(votes.toString()).hasSize(1);
        assertThat(count(
                        "decision_event e join decision d on d.id = e.decision_id where e.type = 'Superseded' and d.key = '"
                                + older + "' and e.payload ->> 'by' = '" + published.get(0) + "'"))
                .isEqualTo("1");
        assertThat(count("record where key in ('" + String.join("', '", newer) + "')"))
                .isEqualTo("1");
        String late = newer.stream()
                .filter(key -> !published.contains(key))
                .findFirst()
                .orElseThrow();
        Line.of(cast.author(), late, Gate.PUBLICATION, RULE).isUnmetBecause("was superseded by " + published.get(0));
    }

    @Test
    void is_left_as_it_is_by_one_that_is_withdrawn() {
        String older = Road.published(cast);
        String newer = Road.at(cast, Gate.PUBLICATION, superseding(older));

        Api.as(cast.author())
                .post(newer, "/withdrawal", "{\"reason\": \"Not worth it after all\"}")
                .then()
                .statusCode(200);

        assertThat(validity(older)).isEqualTo("HOLDS");
    }

    private ObjectNode superseding(String... keys) {
        ObjectNode decision = Drafts.decision(cast);
        ((ObjectNode) decision.get("summary")).set("supersedes", summary(keys).get("supersedes"));
        return decision;
    }

    private ObjectNode summary(String... keys) {
        ObjectNode summary = ((ObjectNode) Drafts.decision(cast).get("summary")).deepCopy();
        List.of(keys).forEach(summary.putArray("supersedes")::add);
        return summary;
    }

    private String published(ObjectNode decision) {
        String key = Road.at(cast, Gate.PUBLICATION, decision);
        Road.pass(cast, key, Gate.PUBLICATION);
        return key;
    }

    private String validity(String key) {
        JsonNode decision = Api.tree(Api.as(cast.author()).get(key, ""));
        return decision.get("validity").asText();
    }

    private void say(String key, String what) {
        said(key, what).then().statusCode(201);
    }

    private Response said(String key, String what) {
        return Api.as(cast.author())
                .request()
                .body("{\"reason\": \"Measured anew, on the day after\"}")
                .post("/api/v1/decisions/" + key + "/" + what);
    }

    private Response admission(String subject) {
        return Api.as(cast.stranger()).get("/api/v1/admissions?environment=production&subject=" + subject);
    }

    private Response record(String key, String type) {
        Response answer = Api.as(cast.stranger()).request().accept(type).get("/api/v1/decisions/" + key + "/record");
        assertThat(answer.statusCode()).as(type).isEqualTo(200);
        return answer;
    }

    private String page(String path) {
        return new String(
                Api.as(cast.author()).request().accept("text/html").get(path).asByteArray(), StandardCharsets.UTF_8);
    }

    private static String count(String from) {
        return Database.value("select count(*) from " + from);
    }
}
