package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was changed of who may decide and by what rules, and what happened to the log itself. */
@ApplicationScoped
public class Changes {
    private final LogTables tables;

    Changes(LogTables tables) {
        this.tables = tables;
    }

    /**
     * A change.
     *
     * @param by the name of whoever made it; null when the service did
     * @param payload what was changed, as JSON
     * @param leaf its place in the log; null while it waits to be taken in
     */
    public record Entry(
            long id,
            Instant at,
            String type,
            @Nullable String by,
            @Nullable String team,
            String payload,
            @Nullable Long leaf) {
        /** Its type as words: "Membership set". */
        public String words() {
            return type.charAt(0)
                    + type.substring(1).replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        }
    }

    /** The newest of them with an id below one, newest first. */
    public List<Entry> newest(long below, int most) {
        return tables.all(
                "select e.id, e.at, e.type, p.name, e.team, cast(e.payload as text), l.index from log_event e"
                        + " left join person p on p.id = e.actor_id"
                        + " left join log_leaf l on l.event_id = e.id and l.source = 'log'"
                        + " where e.id < ? order by e.id desc limit ?",
                ask -> {
                    ask.setLong(1, below);
                    ask.setInt(2, most);
                },
                row -> new Entry(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, Long.class)));
    }
}
