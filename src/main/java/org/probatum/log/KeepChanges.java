package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.probatum.people.Governance;
import org.probatum.shared.Json;

/** Keeps every change of who may decide and by what rules as an event of the log, in the transaction that makes it. */
@ApplicationScoped
class KeepChanges {
    private final LogTables tables;
    private final EntityManager database;
    private final Event<Logged> log;
    private final Clock clock;

    KeepChanges(LogTables tables, EntityManager database, Event<Logged> log, Clock clock) {
        this.tables = tables;
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    void changed(@Observes Governance.Change change) {
        // What was changed may not be written yet, and the event refers to it.
        database.flush();
        tables.event(change, Json.write(change.said()), clock.instant());
        log.fire(new Logged());
    }
}
