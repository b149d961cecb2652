package org.probatum.support;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Lets players stand in for each other. */
public final class Away {
    private Away() {}

    /** The delegate stands in for the absent player for ten days, in all their teams; gives the delegation's number. */
    public static long delegated(Player absent, Player delegate) {
        return asked(absent, Map.of("to", delegate.username()))
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
    }

    /** Asks for a delegation that lasts ten days and is on leave, unless said otherwise. */
    public static Response asked(Player actor, Map<String, Object> said) {
        Map<String, Object> wanted = new HashMap<>(
                Map.of("until", LocalDate.now(ZoneOffset.UTC).plusDays(10).toString(), "reason", "On leave"));
        wanted.putAll(said);
        return Api.as(actor).request().body(Api.text(wanted)).post("/api/v1/delegations");
    }

    public static Response ended(Player actor, long delegation) {
        return Api.as(actor).request().delete("/api/v1/delegations/" + delegation);
    }
}
