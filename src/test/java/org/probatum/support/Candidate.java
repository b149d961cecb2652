package org.probatum.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A version of the risk rating that is not in force, and a backtest of it that came to its end; made once for all tests. */
public record Candidate(String number, String backtest) {
    private static final AtomicInteger TABLES = new AtomicInteger();
    private static @Nullable Candidate made;

    static synchronized Candidate of(Cast cast) {
        Candidate known = made;
        if (known == null) {
            int number = Api.as(cast.administrator())
                    .request()
                    .body(Api.text(Map.of("dmn", table(), "why", "To be called by tests")))
                    .post("/api/v1/policies/risk-rating/versions")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("version");
            Database.change(
                    "insert into policy_backtest (id, version_id, against_id, asked_by, asked_at, state, beat_at, total)"
                            + " select nextval('policy_seq'), id, id, "
                            + cast.administrator().id()
                            + ", now(), 'DONE', now(), 0 from policy_version where table_name = 'RiskRating' and number = "
                            + number);
            known = new Candidate(
                    String.valueOf(number), Database.value("select max(id) from policy_backtest where state = 'DONE'"));
            made = known;
        }
        return known;
    }

    /** The risk rating as it comes with the service, with a remark of its own, so that no two are equal. */
    public static String table() {
        try (InputStream in = Candidate.class.getResourceAsStream("/processes/RiskRating.dmn")) {
            String shipped = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return shipped + "<!-- copy " + TABLES.incrementAndGet() + " -->";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
