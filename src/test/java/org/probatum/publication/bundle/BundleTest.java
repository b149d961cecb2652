package org.probatum.publication.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteSigner;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Eventually;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** A bundle proves its record to whoever has it and a key, and nothing in it can be changed unseen. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BundleTest {
    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void proves_a_record_with_nothing_but_the_key() throws Malformed {
        String key = Road.published(cast);

        List<Line> lines = check(bundle(key, null), null);

        assertThat(lines).allMatch(Line::holds);
        assertThat(lines)
                .extracting(Line::what)
                .containsExactly(
                        "checkpoint",
                        "in the log",
                        "what was said",
                        "events",
                        "record",
                        "gates",
                        "runs",
                        "extent",
                        "attestation");
        assertThat(line(lines, "record").because())
                .contains(Database.value("select digest from record where key = '" + key + "'"));
    }

    @Test
    void is_believed_by_no_other_key() throws Malformed {
        String bundle = bundle(Road.published(cast), null).toString();
        NoteKey other = NoteSigner.generate(key().name()).key();

        List<Line> lines = new BundleCheck(List.of(other), null, List.of()).lines(bytes(bundle));

        assertThat(lines).singleElement().satisfies(line -> assertThat(line.holds())
                .isFalse());
        assertThat(new BundleCheck(List.of(key()), null, List.of(other)).lines(bytes(bundle)))
                .anyMatch(line -> line.what().startsWith("witness") && !line.holds());
    }

    @Test
    void names_what_was_changed() throws Malformed {
        ObjectNode bundle = bundle(Road.published(cast), null);
        ObjectNode another = bundle(Road.published(cast), null);
        Map<String, Consumer<ObjectNode>> changes = new LinkedHashMap<>();
        changes.put("record", it -> ((ObjectNode) it.at("/record/profile")).put("title", "Another title"));
        changes.put(
                "what was said", it -> ((ObjectNode) it.at("/events/3/payload")).put("summary", "did something else"));
        changes.put("in the log", it -> it.withArray("events").forEach(event -> {
            ObjectNode one = (ObjectNode) event;
            one.put("leaf", one.get("leaf").asText().replace("person:", "person:9"));
        }));
        changes.put("events", it -> it.withArray("events").remove(4));
        changes.put("gates", it -> ((ObjectNode) it.at("/record/gates/0")).put("comment", "Never said"));
        changes.put("runs", it -> ((ObjectNode) it.at("/record/runs/0")).put("digest", "sha256:" + "00".repeat(32)));
        changes.put("attestation", it -> it.set("attestation", another.get("attestation")));
        changes.put("extent", it -> it.set("extent", another.get("extent")));
        changes.put(
                "checkpoint",
                it -> it.put("checkpoint", it.get("checkpoint").asText().replaceFirst("\n[0-9]+\n", "\n1\n")));

        changes.forEach((what, change) -> {
            ObjectNode changed = bundle.deepCopy();
            change.accept(changed);
            assertThat(changed).as(what).isNotEqualTo(bundle);
            assertThat(line(checkQuietly(changed), what).holds()).as(what).isFalse();
        });
    }

    /** Every value in it, one at a time: whatever is not what it was shows. */
    @Test
    void does_not_hold_once_anything_in_it_is_changed() throws Malformed {
        ObjectNode bundle = bundle(Road.published(cast), null);
        List<String> places = new ArrayList<>();
        texts(bundle, "", places);
        assertThat(places).hasSizeGreaterThan(200);
        List<String> unseen = new ArrayList<>();

        for (String place : places) {
            ObjectNode changed = bundle.deepCopy();
            String parent = place.substring(0, place.lastIndexOf('/'));
            String name = place.substring(place.lastIndexOf('/') + 1)
                    .replace("~1", "/")
                    .replace("~0", "~");
            JsonNode holder = parent.isEmpty() ? changed : changed.at(parent);
            String other = holder.isArray()
                    ? holder.get(Integer.parseInt(name)).asText() + "x"
                    : holder.get(name).asText() + "x";
            if (holder instanceof ArrayNode list) {
                list.set(Integer.parseInt(name), other);
            } else {
                ((ObjectNode) holder).put(name, other);
            }
            if (checkQuietly(changed).stream().allMatch(Line::holds)) {
                unseen.add(place);
            }
        }

        assertThat(unseen).isEmpty();
    }

    @Test
    void extends_a_checkpoint_that_was_kept() throws Malformed {
        bundle(Road.published(cast), null);
        String kept = RestAssured.get("/log/checkpoint").asString();
        String size = kept.split("\n")[1];
        String key = Road.published(cast);

        assertThat(line(check(bundle(key, null), kept), "kept checkpoint").holds())
                .isFalse();
        assertThat(line(check(bundle(key, size), kept), "kept checkpoint").holds())
                .isTrue();
        ObjectNode bent = bundle(key, size);
        ((ArrayNode) bent.at("/since/proof")).set(0, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(line(check(bent, kept), "kept checkpoint").because()).contains("rewritten");
        assertThat(line(check(bundle(key, null), "not a note"), "kept checkpoint")
                        .holds())
                .isFalse();
    }

    @Test
    void says_that_a_decision_is_questioned_or_revoked() throws Malformed {
        String key = Road.published(cast);
        say(key, "questions");

        assertThat(line(check(bundle(key, null), null), "standing"))
                .satisfies(line -> assertThat(line.holds()).isFalse())
                .satisfies(line -> assertThat(line.because()).startsWith("questioned at"));

        say(key, "revocations");

        assertThat(line(check(bundle(key, null), null), "standing").because()).startsWith("revoked at");
    }

    /** The numbers of events show no gap when the last of them are left out. */
    @Test
    void does_not_hold_without_what_was_said_last() throws Malformed {
        String key = Road.published(cast);
        ObjectNode before = bundle(key, null);
        say(key, "questions");
        ObjectNode cut = bundle(key, null);
        int events = before.get("events").size();
        int all = cut.get("events").size();
        for (int more = all; more > events; more--) {
            cut.withArray("events").remove(more - 1);
        }

        List<Line> lines = check(cut, null);

        assertThat(lines).filteredOn(line -> !line.holds()).singleElement().satisfies(line -> assertThat(line.because())
                .isEqualTo("the log had " + all + " events of " + key + ", and here are " + events));
        cut.set("extent", before.get("extent"));
        assertThat(line(check(cut, null), "extent").because()).isEqualTo("it is not of " + key + " at this checkpoint");
        assertThat(check(before, null)).allMatch(Line::holds);
        assertThat(line(check(before, null), "extent").because()).contains("deploy gate");
    }

    /** What one reader passes over another believes. */
    @Test
    void has_nothing_behind_it_and_no_value_without_a_canonical_form() throws Malformed {
        String bundle = bundle(Road.published(cast), null).toString();
        String title =
                Json.read(bundle, JsonNode.class).at("/record/profile/title").asText();
        String extended = bundle.substring(0, bundle.length() - 1);
        assertThat(bundle).contains("\"record\":{", "\"title\":\"" + title + "\"");

        for (String other : List.of(
                bundle + "{\"record\":{\"selected\":\"other\"}}",
                bundle + " garbage }",
                extended + ", \"approved\": \"by the regulator\"}",
                bundle.replace("\"record\":{", "\"record\":{\"z\":1e400,"),
                bundle.replace("\"record\":{", "\"record\":{\"z\":1e999999999,"),
                bundle.replace("\"record\":{", "\"record\":{\"z\":" + "9".repeat(900) + ","),
                bundle.replaceFirst("\"payload\":\\{", "\"payload\":{\"z\":1e400,"),
                bundle.replace("\"title\":\"" + title, "\"title\":\"" + title + "\\ud800"))) {
            assertThat(other).isNotEqualTo(bundle);
            assertThat(new BundleCheck(List.of(key()), null, List.of()).lines(bytes(other)))
                    .as(other.substring(other.length() - 60))
                    .anyMatch(line -> !line.holds());
        }
    }

    @Test
    void says_what_it_has_no_more_and_whose_signatures_nobody_looked_at() throws Malformed {
        ObjectNode bundle = bundle(Road.published(cast), null);
        ((ObjectNode) bundle.at("/events/1")).putNull("payload");
        ((ArrayNode) bundle.at("/attestation/signatures"))
                .addObject()
                .put("keyid", "deadbeef")
                .put("sig", "AAAA");
        bundle.put("checkpoint", bundle.get("checkpoint").asText() + "— regulator.example/w AAAAAAAA\n");

        List<Line> lines = check(bundle, null);

        assertThat(line(lines, "what was said").because())
                .endsWith("nothing is here of leaf " + bundle.at("/events/1/index") + ", as after an erasure");
        for (String signed : List.of("checkpoint", "attestation")) {
            assertThat(line(lines, signed).because()).endsWith("by keys that you did not name, not looked at: 1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "1",
                "[]",
                "{}",
                "{\"kind\": \"Bundle\"}",
                "{\"kind\": \"Bundle\", \"kind\": \"Bundle\"}",
                "not JSON",
                "{\"apiVersion\": \"probatum/v1\", \"kind\": \"Bundle\", \"key\": null, \"events\": [null]}",
                "{\"apiVersion\": \"probatum/v1\", \"kind\": \"Bundle\", \"key\": \"A-1\", \"record\": {}, \"events\": [null],"
                        + " \"checkpoint\": \"\", \"attestation\": {}}"
            })
    void is_not_just_anything(String file) throws Malformed {
        assertThat(new BundleCheck(List.of(key()), null, List.of()).lines(bytes(file)))
                .isNotEmpty()
                .noneMatch(Line::holds);
    }

    @Test
    void is_there_once_the_decision_is_published_and_refuses_sizes_that_never_were() {
        String key = Road.inReview(cast, Gate.PUBLICATION);
        fetch(key, null).then().statusCode(404);
        Api.as(cast.reviewer()).vote(key, Gate.PUBLICATION, "APPROVE").then().statusCode(201);

        bundle(key, null);
        fetch(key, "999999999").then().statusCode(422).body("violations.pointer", contains("/since"));
        fetch(key, "-1").then().statusCode(422);
        fetch(key, "x").then().statusCode(422).body("violations.wrong[0]", containsString("no size"));
    }

    @Test
    void carries_the_same_statement_that_the_record_is_given_out_as() {
        String key = Road.published(cast);
        JsonNode bundled = bundle(key, null).get("attestation");

        String alone = Api.as(cast.stranger())
                .request()
                .accept("application/vnd.in-toto+json")
                .get("/api/v1/decisions/" + key + "/record")
                .then()
                .statusCode(200)
                .contentType(containsString("application/vnd.in-toto+json"))
                .body("payloadType", equalTo("application/vnd.in-toto+json"))
                .extract()
                .asString();

        assertThat(Json.read(alone, JsonNode.class)).isEqualTo(bundled);
    }

    private Response fetch(String key, @Nullable String since) {
        return Api.as(cast.stranger()).get(key, "/bundle" + (since == null ? "" : "?since=" + since));
    }

    /** As soon as the log has taken the publication in. */
    private ObjectNode bundle(String key, @Nullable String since) {
        Eventually.holds(() -> assertThat(fetch(key, since).statusCode()).isEqualTo(200));
        String last = Database.value("select max(seq) from decision_event e join decision d on d.id = e.decision_id"
                + " where d.key = '" + key + "'");
        Eventually.holds(
                () -> assertThat(fetch(key, since).jsonPath().getList("events")).hasSize(Integer.parseInt(last)));
        return (ObjectNode) Json.read(fetch(key, since).asString(), JsonNode.class);
    }

    private void say(String key, String what) {
        Api.as(cast.author())
                .request()
                .body("{\"reason\": \"Measured anew, on the day after\"}")
                .post("/api/v1/decisions/" + key + "/" + what)
                .then()
                .statusCode(201);
    }

    private static void texts(JsonNode node, String place, List<String> places) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field -> texts(
                            field.getValue(),
                            place + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                            places));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts(node.get(i), place + "/" + i, places);
            }
        } else {
            places.add(place);
        }
    }

    private static List<Line> checkQuietly(JsonNode bundle) {
        try {
            return check(bundle, null);
        } catch (Malformed fault) {
            throw new AssertionError(fault);
        }
    }

    private static List<Line> check(JsonNode bundle, @Nullable String kept) throws Malformed {
        return new BundleCheck(List.of(key()), kept, List.of()).lines(bytes(bundle.toString()));
    }

    private static Line line(List<Line> lines, String what) {
        return lines.stream()
                .filter(line -> line.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line of " + what + " in " + lines));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static NoteKey key() throws Malformed {
        return NoteKey.parse(RestAssured.get("/log/key").asString().strip());
    }
}
