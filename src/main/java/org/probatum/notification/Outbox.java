package org.probatum.notification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;

/**
 * Turns what happened into messages, after it was committed: takes events from the outbox, finds out who is told, and writes
 * one message a recipient and channel, all in one transaction. Whoever takes an event keeps others off it until that ends.
 */
@ApplicationScoped
public class Outbox {
    private static final int AT_ONCE = 50;
    /** As an array, the events to take are found once; {@code in} may look for them again for each event that waits. */
    private static final String TAKE = ByRelay.mark("""
            with taken as (
                delete from outbox where event_id = any (array(
                    select event_id from outbox order by event_id limit :most for update skip locked))
                returning event_id, id)
            select x.id, e.id, e.type, e.at, e.seq, e.actor_id, p.username, p.name, e.summary, cast(e.payload as text),
                d.id, d.key, d.title, d.category, d.tier, d.stage, t.id, t.slug, t.name
            from taken x join decision_event e on e.id = x.event_id join decision d on d.id = e.decision_id
            join team t on t.id = d.team_id left join person p on p.id = e.actor_id order by e.id""");

    private static final String WRITE = ByRelay.mark("""
            insert into delivery (id, lane, channel, person_id, endpoint_id, content, created_at, next_at)
            select r.id, r.lane, r.channel, r.person, r.endpoint, r.content, :now, :now
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (id text, lane text, channel text, person bigint,
                endpoint bigint, content jsonb)
            on conflict (id) do nothing""");

    private final EntityManager database;
    private final Recipients recipients;
    private final Clock clock;

    Outbox(EntityManager database, Recipients recipients, Clock clock) {
        this.database = database;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** A message before it is written. */
    record Addressed(
            String id,
            String lane,
            String channel,
            @Nullable Long person,
            @Nullable Long endpoint,
            Message.Content content) {}

    /** Takes some events and writes their messages; false when there were none. */
    @Transactional
    public boolean expand() {
        @SuppressWarnings("unchecked")
        List<Object[]> taken =
                database.createNativeQuery(TAKE).setParameter("most", AT_ONCE).getResultList();
        List<Addressed> rows = new ArrayList<>();
        for (Object[] row : taken) {
            rows.addAll(recipients.of((UUID) row[0], happening(row)));
        }
        write(rows);
        return !taken.isEmpty();
    }

    /** Writes messages, each of them once. */
    void write(List<Addressed> rows) {
        if (!rows.isEmpty()) {
            database.createNativeQuery(WRITE)
                    .setParameter("rows", Json.write(rows))
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        }
    }

    private static Happening happening(Object[] row) {
        return new Happening(
                ((Number) row[1]).longValue(),
                (String) row[2],
                (Instant) row[3],
                ((Number) row[4]).intValue(),
                row[5] == null ? null : ((Number) row[5]).longValue(),
                (String) row[6],
                (String) row[7],
                (String) row[8],
                Json.read((String) row[9], JsonNode.class),
                new Happening.Subject(
                        ((Number) row[10]).longValue(),
                        (String) row[11],
                        (String) row[12],
                        (String) row[13],
                        (String) row[14],
                        (String) row[15],
                        ((Number) row[16]).longValue(),
                        (String) row[17],
                        (String) row[18]));
    }
}
