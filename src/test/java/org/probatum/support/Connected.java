package org.probatum.support;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A team's connection to a tracker, and imports over it, through the API. */
public record Connected(Cast cast, String name, int id) {
    /** The tracker connected by the team's lead; writing back. */
    public static Connected to(Cast cast, FakeMlflow mlflow, String name) {
        int id = Api.as(cast.owner())
                .request()
                .body(Map.of("name", name, "url", mlflow.url(), "auth", "NONE", "writesBack", true))
                .post("/api/v1/trackers/" + cast.team())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Connected(cast, name, id);
    }

    /** What a run of it is cited by. */
    public String reference(String run) {
        return "mlflow:" + name + "/" + run;
    }

    /** Asks for runs to be imported. */
    public Response asks(String key, String... runs) {
        return asks(key, Map.of("runs", List.of(runs)));
    }

    public Response asks(String key, Map<String, Object> wish) {
        Map<String, Object> whole = new LinkedHashMap<>(wish);
        whole.put("tracker", name);
        return Api.as(cast.author()).request().body(whole).post("/api/v1/decisions/" + key + "/imports");
    }

    /** Imports runs and waits for the end of it; gives the import's number. */
    public int imports(String key, String... runs) {
        return ends(key, asks(key, runs), "DONE");
    }

    /** Waits until an import that was asked for is so. */
    public int ends(String key, Response asked, String state) {
        int id = asked.then().statusCode(201).extract().path("id");
        Eventually.holds(
                Duration.ofSeconds(60),
                () -> show(key, id).then().body("progress.state", org.hamcrest.Matchers.equalTo(state)));
        return id;
    }

    public Response show(String key, int id) {
        return Api.as(cast.author()).get(key, "/imports/" + id);
    }
}
