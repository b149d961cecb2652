package org.probatum.log;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;

/** What witnesses say against this log, kept in the log itself: whoever starts the service anew does not undo it. */
@ApplicationScoped
class Charges {
    private static final String TYPE = "WitnessObjected";

    private final LogTables tables;
    private final Event<Logged> log;
    private final Clock clock;

    Charges(LogTables tables, Event<Logged> log, Clock clock) {
        this.tables = tables;
        this.log = log;
        this.clock = clock;
    }

    /** Keeps one, unless it is the last that this witness made. */
    void keep(String witness, String why) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!why.equals(last(witness))) {
                tables.event(TYPE, Json.write(Map.of("witness", witness, "why", why)), clock.instant());
                log.fire(new Logged());
            }
        });
    }

    private @Nullable String last(String witness) {
        return tables
                .all(
                        "select payload ->> 'why' from log_event where type = '" + TYPE
                                + "' and payload ->> 'witness' = ? order by id desc limit 1",
                        ask -> ask.setString(1, witness),
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(null);
    }
}
