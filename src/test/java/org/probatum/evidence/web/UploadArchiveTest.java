package org.probatum.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Mlruns;
import org.probatum.support.Player;
import org.probatum.support.TestDatabase;

/** Runs come in a zip of an mlruns folder: all of them or none, and once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UploadArchiveTest {
    @Inject
    Casting casting;

    private Cast cast;
    private String key;

    @BeforeEach
    void file() {
        cast = casting.cast();
        key = Api.as(cast.author()).filed(Drafts.decision(cast));
    }

    @Test
    void attaches_its_runs_with_their_histories() {
        send(cast.author(), Mlruns.zip(Mlruns.folder()))
                .then()
                .statusCode(201)
                .body("runs.reference", contains("inline:bold-fox-4f3c2a10"))
                .body("runs.state", contains("ATTACHED"));

        Api.as(cast.author()).get(key, "/runs").then().body("manifest.lineage[0].tracker", equalTo("mlruns folder"));
        assertThat(Database.value("select h.\"values\" from metric_history h join run r on r.id = h.run_id"
                        + " join decision d on d.id = r.decision_id where d.key = '" + key + "'"))
                .isEqualTo("{0.7,NaN,0.81}");
    }

    @Test
    void attaches_nothing_twice() {
        send(cast.author(), Mlruns.zip(Mlruns.folder())).then().statusCode(201);

        send(cast.author(), Mlruns.zip(Mlruns.folder())).then().statusCode(201).body("runs.state", contains("KNOWN"));

        Api.as(cast.author()).get(key, "/runs").then().body("", hasSize(1));
    }

    @Test
    void says_what_is_wrong_with_it_and_who_may() {
        byte[] out = Mlruns.zip(Map.of("../../outside", new byte[1]));

        send(cast.author(), out).then().statusCode(422).body("violations[0].wrong", containsString("leads out of it"));
        send(cast.author(), new byte[0]).then().statusCode(422);
        send(cast.reviewer(), out).then().statusCode(403);
        send(cast.stranger(), out).then().statusCode(404);
    }

    private Response send(Player player, byte[] zip) {
        return Api.as(player)
                .request()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/zip", ContentType.BINARY)))
                .contentType("application/zip")
                .body(zip)
                .post("/api/v1/decisions/" + key + "/runs");
    }
}
