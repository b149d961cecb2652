package org.probatum.support;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Gate;
import org.probatum.shared.Json;

/** Calls any route of the table about one decision, as anybody: with what is valid there, or with next to nothing. */
public final class Calls {
    /** A token against forged forms, as the cookie and the form both carry it. */
    public static final String CSRF = "AAAAAAAAAAAAAAAAAAAAAA";

    private static final RestAssuredConfig AS_SENT = RestAssuredConfig.config()
            .redirect(RedirectConfig.redirectConfig().followRedirects(false))
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset("UTF-8")
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final Cast cast;
    private final String key;
    private final Map<String, String> places = new LinkedHashMap<>();

    public Calls(Cast cast, String key) {
        this.cast = cast;
        this.key = key;
        Api author = Api.as(cast.author());
        places.put("{key}", key);
        places.put("{seq}", "1");
        places.put("{gate}", "scope");
        places.put("{part}", "summary");
        places.put("{risk}", "drift");
        places.put("{option}", "trees");
        places.put("{criterion}", "auc-test");
        places.put("{dimension}", "security");
        places.put("{slug}", cast.team());
        places.put("{username}", cast.colleague().username());
        places.put("{id}", "1");
        places.put("{name}", "decision-1.json");
        places.put("{run}", "trees");
        places.put("{deviation}", "1");
        places.put("{category}", "model");
        places.put("{ending}", "md");
        places.put("{table}", "risk-rating");
        Candidate candidate = Candidate.of(cast);
        places.put("{number}", candidate.number());
        places.put("{backtest}", candidate.backtest());
        places.put("{import}", imported());
        places.put("{path}", "0/000.p/1");
        places.put("{bundle}", "000.p/1");
        places.put("{leaf}", "0");
        places.put("{rerun}", Ended.rerun(key));
        places.put("${team}", cast.team());
        places.put("${version}", author.version(key).replace("\"", ""));
        places.put("${material}", author.material(key, Gate.SCOPE));
        places.put("${tomorrow}", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
        places.put("${number}", cast.team().replace("team-", ""));
        places.put("${letters}", cast.prefix() + "X");
    }

    /** What the table has as valid. */
    public Response valid(@Nullable Player player, Route route) {
        return send(player, route, filled(route.sample()), "\"" + places.get("${version}") + "\"");
    }

    /** The least that the route reads at all: it is refused for it, and changes nothing. */
    public Response least(@Nullable Player player, Route route) {
        return send(player, route, route.ofApi() ? "{}" : "", "\"99999999\"");
    }

    /** The address of a route. */
    public String path(Route route) {
        return filled(route.path());
    }

    /** Something valid for a route, filled in. */
    public String sample(Route route) {
        return filled(route.sample());
    }

    /** A request that says who asks and goes nowhere by itself. */
    public static RequestSpecification request(@Nullable Player player) {
        RequestSpecification request = given().config(AS_SENT);
        return player == null ? request : request.header("Authorization", "Bearer " + player.token());
    }

    /** A form as a browser sends it, with its token. */
    public static RequestSpecification form(@Nullable Player player, String fields) {
        return bareForm(player, fields + (fields.isEmpty() ? "" : "&") + "csrf-token=" + CSRF)
                .cookie("probatum-csrf", CSRF);
    }

    /** A form as somebody else's page would have it sent: without the token. */
    public static RequestSpecification bareForm(@Nullable Player player, String fields) {
        RequestSpecification request =
                request(player).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (String field : fields.isEmpty() ? new String[0] : fields.split("&")) {
            request.formParam(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        return request;
    }

    private Response send(@Nullable Player player, Route route, String body, String version) {
        if (route.ofForm()) {
            return form(player, body).post(path(route));
        }
        if (!route.changes()) {
            return request(player).request(route.method(), path(route) + (body.contains("=") ? "?" + body : ""));
        }
        return request(player)
                .header("If-Match", version)
                .contentType("application/json")
                .body(body)
                .request(route.method(), path(route));
    }

    /** An import that ended, of runs of a tracker that was removed. */
    private String imported() {
        return Database.value("""
                with removed as (insert into tracker (id, team_id, name, kind, url, auth, writes_back, created_by, created_at,
                        removed_at)
                    select nextval('tracker_seq'), d.team_id, 'removed-' || currval('tracker_seq'), 'MLFLOW',
                        'https://mlflow.example.org', 'NONE', false, d.author_id, now(), now()
                    from decision d where d.key = '%s' returning id)
                insert into tracker_import (id, decision_id, tracker_id, asked_by, asked_at, hash_artifacts, experiments, listed,
                    state, leased_until, ended_at)
                select nextval('tracker_import_seq'), d.id, removed.id, d.author_id, now(), false, '{}', true, 'DONE', now(), now()
                from removed, decision d where d.key = '%s' returning id""".formatted(key, key));
    }

    private String filled(String words) {
        String filled = words.replace("@decision", Json.write(Drafts.decision(cast)))
                .replace("@run", Json.write(Drafts.run("another-of-" + key.toLowerCase(Locale.ROOT), 0.8)));
        if (filled.contains("@table") || filled.contains("@quoted")) {
            String table = Candidate.table();
            filled = filled.replace("@table", table).replace("@quoted", Json.write(table));
        }
        // ${number} before {number}: the one contains the other.
        for (boolean variable : new boolean[] {true, false}) {
            for (Map.Entry<String, String> place : places.entrySet()) {
                if (place.getKey().startsWith("$") == variable) {
                    filled = filled.replace(place.getKey(), place.getValue());
                }
            }
        }
        return filled;
    }
}
