package org.probatum.log;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;

/** Audits of the whole log: asked for by people, made one after another on a thread of their own, kept with what came of them. */
@ApplicationScoped
public class LogAudits {
    private static final Logger LOG = Logger.getLogger(LogAudits.class);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final LogTables tables;
    private final AuditLog auditLog;
    private final Clock clock;
    private final ExecutorService hand = Executors.newSingleThreadExecutor();

    LogAudits(LogTables tables, AuditLog auditLog, Clock clock) {
        this.tables = tables;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * An audit.
     *
     * @param lookedAt how many leaves so far
     * @param report null until it ended
     * @param lost nobody works on it any more: the node that did was stopped
     */
    public record Audit(
            long id,
            String by,
            Instant at,
            long lookedAt,
            @Nullable Instant endedAt,
            @Nullable AuditReport report,
            boolean lost) {
        /** It goes on. */
        public boolean isOpen() {
            return report == null && !lost;
        }
    }

    /** Has the log audited, unless it is being audited already; the id of the audit that is under way. */
    public long ask(long person) {
        Optional<Audit> open = newest(1).stream().filter(Audit::isOpen).findFirst();
        if (open.isPresent()) {
            return open.get().id();
        }
        long id = tables.all(
                        "insert into log_audit (asked_by, asked_at, seen_alive) values (?, ?, ?) returning id",
                        ask -> {
                            ask.setLong(1, person);
                            ask.setObject(2, now());
                            ask.setObject(3, now());
                        },
                        row -> row.getLong(1))
                .get(0);
        hand.execute(() -> work(id));
        return id;
    }

    /** The newest first. */
    public List<Audit> newest(int most) {
        return tables.all(
                "select a.id, p.name, a.asked_at, a.looked_at, a.ended_at, cast(a.report as text), a.seen_alive"
                        + " from log_audit a join person p on p.id = a.asked_by order by a.id desc limit " + most,
                ask -> {},
                this::audit);
    }

    private Audit audit(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject(5, OffsetDateTime.class);
        String report = row.getString(6);
        Instant alive = row.getObject(7, OffsetDateTime.class).toInstant();
        return new Audit(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getLong(4),
                ended == null ? null : ended.toInstant(),
                report == null ? null : Json.read(report, AuditReport.class),
                report == null && alive.plus(SILENCE).isBefore(clock.instant()));
    }

    private void work(long id) {
        try {
            AuditReport report = auditLog.audit(looked ->
                    tables.write("update log_audit set looked_at = ?, seen_alive = ? where id = ?", change -> {
                        change.setLong(1, looked);
                        change.setObject(2, now());
                        change.setLong(3, id);
                        change.addBatch();
                    }));
            tables.write(
                    "update log_audit set looked_at = ?, ended_at = ?, report = cast(? as jsonb) where id = ?",
                    change -> {
                        change.setLong(1, report.leaves());
                        change.setObject(2, now());
                        change.setString(3, Json.write(report));
                        change.setLong(4, id);
                        change.addBatch();
                    });
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Audit %d of the log broke off", id);
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        hand.shutdownNow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
