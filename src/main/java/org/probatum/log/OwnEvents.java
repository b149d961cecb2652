package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** Events that belong to no decision, kept by the log itself. */
@ApplicationScoped
class OwnEvents implements LeafSource {
    private final LogTables tables;

    OwnEvents(LogTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public List<Kept> read(Collection<Long> ids) {
        return tables.all(
                "select id, at, type, actor_id, cast(payload as text), team from log_event where id = any(?)",
                ask -> ask.setArray(1, ask.getConnection().createArrayOf("bigint", ids.toArray())),
                row -> new Kept(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(6),
                        null,
                        null,
                        row.getObject(4) == null ? null : "person:" + row.getLong(4),
                        null,
                        row.getString(5)));
    }

    @Override
    public String table() {
        return "log_event";
    }
}
