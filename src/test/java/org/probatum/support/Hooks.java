package org.probatum.support;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Keeps webhooks as a lead does. */
public final class Hooks {
    private final Cast cast;

    /** An endpoint as it was made. */
    public record Made(long id, String secret) {}

    public Hooks(Cast cast) {
        this.cast = cast;
    }

    public Response adding(Player player, String url, String... events) {
        return Api.as(player)
                .request()
                .body(Map.of("url", url, "events", List.of(events)))
                .post("/api/v1/webhooks/" + cast.team());
    }

    public Made added(String url, String... events) {
        Response made = adding(cast.owner(), url, events);
        made.then().statusCode(201);
        return new Made(made.jsonPath().getLong("id"), made.path("secret"));
    }

    public Made rotated(long id, int overlapHours) {
        Response made = Api.as(cast.owner())
                .request()
                .body(Map.of("overlapHours", overlapHours))
                .post("/api/v1/webhooks/" + cast.team() + "/" + id + "/secrets");
        made.then().statusCode(201);
        return new Made(id, made.path("secret"));
    }

    /** Sends a test and gives the message's id. */
    public String tested(long id) {
        return Api.as(cast.owner())
                .request()
                .body(Map.of("type", "webhook.test"))
                .post("/api/v1/webhooks/" + cast.team() + "/" + id + "/deliveries")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What the log says of a message. */
    public Map<String, Object> logged(long id, String message) {
        return Api.as(cast.owner())
                .get("/api/v1/webhooks/" + cast.team() + "/" + id + "/deliveries")
                .jsonPath()
                .getMap("find { it.id == '" + message + "' }");
    }
}
