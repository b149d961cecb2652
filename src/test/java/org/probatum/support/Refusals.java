package org.probatum.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.Set;
import java.util.regex.Pattern;

/** What every refusal looks like: RFC 9457 for programs, the same facts on a page, and nothing of how it is made inside. */
public final class Refusals {
    private static final Set<Integer> KNOWN = Set.of(400, 404, 405, 406, 409, 412, 413, 415, 422, 428);
    private static final Pattern INSIDES = Pattern.compile(
            "org\\.probatum|java\\.(lang|util|io)|jakarta\\.|io\\.(quarkus|vertx|netty)"
                    + "|hibernate|postgres|PSQL|SQLState|Exception|jackson|snakeyaml|\\tat |\\.java:\\d",
            Pattern.CASE_INSENSITIVE);

    private Refusals() {}

    /** Refused clearly, with one of the statuses. */
    public static void clear(String what, Response answer, Integer... statuses) {
        String told = what + " answered " + answer.statusCode() + ": " + answer.asString();
        assertThat(answer.statusCode()).as(told).isIn((Object[]) statuses).isIn(KNOWN);
        assertThat(answer.contentType()).as(told).startsWith("application/problem+json");
        JsonNode problem = Api.tree(answer);
        assertThat(problem.path("type").asText()).as(told).startsWith("/problems/");
        assertThat(problem.path("title").asText()).as(told).isNotBlank();
        assertThat(problem.path("status").asInt()).as(told).isEqualTo(answer.statusCode());
        assertThat(problem.path("detail").asText()).as(told).isNotBlank();
        assertThat(problem.path("violations").isArray()).as(told).isTrue();
        assertThat(problem.path("violations")).as(told).allSatisfy(violation -> {
            assertThat(violation.path("pointer").isTextual()).isTrue();
            assertThat(violation.path("wrong").asText()).isNotBlank();
            assertThat(violation.path("right").asText()).isNotBlank();
        });
        keepsItsInsides(told, answer);
    }

    /** Refused clearly, naming a field. */
    public static void naming(String pointer, String what, Response answer, Integer... statuses) {
        clear(what, answer, statuses);
        assertThat(Api.tree(answer).path("violations"))
                .as(what + ": " + answer.asString())
                .extracting(violation -> violation.path("pointer").asText())
                .anyMatch(named -> named.equals(pointer) || named.startsWith(pointer + "/"));
    }

    /** Refused on a page, with one of the statuses. */
    public static void onPage(String what, Response answer, Integer... statuses) {
        String told = what + " answered " + answer.statusCode() + ": " + answer.asString();
        assertThat(answer.statusCode()).as(told).isIn((Object[]) statuses).isIn(KNOWN);
        assertThat(answer.contentType()).as(told).startsWith("text/html");
        assertThat(answer.asString()).as(told).contains("<html");
        keepsItsInsides(told, answer);
    }

    private static void keepsItsInsides(String told, Response answer) {
        assertThat(INSIDES.matcher(answer.asString()).find()).as(told).isFalse();
    }
}
