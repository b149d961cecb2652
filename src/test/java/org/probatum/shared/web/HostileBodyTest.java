package org.probatum.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.shared.Json;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Player;
import org.probatum.support.Raw;
import org.probatum.support.Refusals;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** Whatever is sent to any route that takes a body: a clear answer, and nothing stored. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HostileBodyTest {
    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";
    private static final List<Route> ROUTES = Route.table().stream()
            .filter(route -> route.ofApi() && route.changes() && !route.sample().isEmpty())
            // A policy table comes as XML as well, and is read as a whole: how it can be wrong is tried by itself.
            .filter(route -> !route.path().endsWith("/policies/{table}/versions"))
            .toList();

    @Inject
    Casting casting;

    private Cast cast;
    private Calls calls;
    private Stored before;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        calls = new Calls(cast, Road.at(cast, Gate.SCOPE));
        before = Stored.now();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void refuses_what_cannot_be_read() {
        List<String> bodies = List.of(
                "",
                "  \n ",
                "null",
                "{",
                "{\"a\": 1,}",
                "{\"a\": 1} {}",
                "{'a': 1}",
                "{\"a\": 1, \"a\": 2}",
                "[".repeat(60) + "]".repeat(60),
                "{\"a\":".repeat(20_000),
                "{\"a\": 1e999999}",
                "{\"a\": " + "9".repeat(401) + "}",
                "{\"a\": NaN}",
                "{\"a\": \"\\ud800\"}",
                "{\"a\": \"\\u0000\"}",
                "{\"a\": \"\u0007\"}",
                "{\"a\u0000\": 1}",
                "{\"a\": \"invoice\\u202Efdp.exe\"}",
                "{\"" + "k".repeat(300) + "\": 1}",
                "\u0000\u0001\u0002");

        for (Route route : ROUTES) {
            bodies.forEach(
                    body -> Refusals.clear(route.words() + " with " + brief(body), send(route, body, JSON), 400, 422));
        }
    }

    @Test
    void refuses_yaml_that_means_more_than_it_says() {
        List<String> bodies = List.of(
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b]\n",
                "a: &a\n  <<: *a\n",
                "<<: {a: 1}\n",
                "a: !!java.net.URL [\"http://example.org\"]\n",
                "--- a\n--- b\n",
                "a: .nan\n",
                "a: \"\\ud800\"\n",
                "? [a, b]\n: c\n",
                "- ".repeat(60) + "a",
                "%TAG ! tag:example.org,2000:\n---\na: 1\n",
                "a: 1\n\tb: 2\n",
                "@");

        for (Route route : ROUTES) {
            bodies.forEach(
                    body -> Refusals.clear(route.words() + " with " + brief(body), send(route, body, YAML), 400, 422));
        }
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        for (Route route : ROUTES) {
            for (String type : List.of(JSON, YAML)) {
                Response answer = Calls.request(player(route))
                        .header("If-Match", "\"1\"")
                        .contentType(type)
                        .body(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'})
                        .request(route.method(), calls.path(route));

                Refusals.clear(route.words(), answer, 400);
                assertThat(answer.<String>path("detail")).contains("not UTF-8 at byte 3");
            }
        }
    }

    @Test
    void refuses_what_is_not_a_group_of_keys_or_a_list() {
        for (Route route : ROUTES) {
            boolean list = calls.sample(route).startsWith("[");
            for (String body : List.of("1", "\"text\"", "true", list ? "{\"step\": \"x\"}" : "[]")) {
                Refusals.naming("", route.words() + " with " + body, send(route, body, JSON), 422);
            }
        }
    }

    @Test
    void names_every_field_that_is_surplus_or_of_a_wrong_type() {
        for (Route route : ROUTES) {
            for (Map.Entry<String, String> wrong : wrongs(calls.sample(route)).entrySet()) {
                Refusals.naming(
                        wrong.getKey(),
                        route.words() + " with " + brief(wrong.getValue()),
                        send(route, wrong.getValue(), JSON),
                        422);
            }
        }
    }

    @Test
    void refuses_a_type_it_does_not_read() {
        for (Route route : ROUTES) {
            for (String type :
                    List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "application/jso")) {
                Response answer = Raw.send(
                        player(route),
                        route.method(),
                        calls.path(route),
                        type,
                        calls.sample(route).getBytes(StandardCharsets.UTF_8));

                Refusals.clear(route.words() + " as " + type, answer, 415);
                assertThat(answer.<String>path("detail")).contains("application/json");
            }
        }
    }

    @Test
    void refuses_what_is_too_long_for_its_field() {
        for (Route route : ROUTES) {
            if (!calls.sample(route).startsWith("{")) {
                continue;
            }
            ObjectNode sample = (ObjectNode) Json.read(calls.sample(route), JsonNode.class);
            for (String field : fields(sample)) {
                if (sample.get(field).isTextual()) {
                    ObjectNode longer = sample.deepCopy().put(field, "😀".repeat(20_000));
                    Refusals.naming(
                            "/" + field, route.words() + " " + field, send(route, Json.write(longer), JSON), 422);
                }
            }
        }
    }

    /** The sample with one thing wrong in it, by the pointer of what is wrong. */
    private static Map<String, String> wrongs(String sample) {
        Map<String, String> wrongs = new LinkedHashMap<>();
        JsonNode tree = Json.read(sample, JsonNode.class);
        JsonNode group = tree.isArray() ? tree.get(0) : tree;
        String at = tree.isArray() ? "/0" : "";
        for (String field : fields(group)) {
            Stream.of("{\"x\": 1}", "[[1]]", "-1.5", "\"\"", "true").forEach(value -> {
                JsonNode other = Json.read(value, JsonNode.class);
                if (other.getNodeType() != group.get(field).getNodeType()) {
                    wrongs.merge(at + "/" + field, with(tree, field, other), (first, second) -> first);
                }
            });
        }
        wrongs.put(at + "/surplus", with(tree, "surplus", Json.read("1", JsonNode.class)));
        return wrongs;
    }

    private static String with(JsonNode tree, String field, JsonNode value) {
        JsonNode copy = tree.deepCopy();
        ((ObjectNode) (copy.isArray() ? copy.get(0) : copy)).set(field, value);
        return Json.write(copy);
    }

    private static List<String> fields(JsonNode group) {
        List<String> fields = new ArrayList<>();
        group.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private Response send(Route route, String body, String type) {
        return Calls.request(player(route))
                .header("If-Match", "\"1\"")
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .request(route.method(), calls.path(route));
    }

    private Player player(Route route) {
        return route.who().contains("admin") ? cast.administrator() : cast.author();
    }

    private static String brief(String body) {
        return body.substring(0, Math.min(60, body.length()));
    }
}
