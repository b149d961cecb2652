package org.probatum.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;

/**
 * The queue of messages as the relay uses it. Taking one leases it: until then nobody else takes it, after that somebody does,
 * whether its taker is still there or not; so each is sent once while all goes well, and again under its id when it does not.
 */
@ApplicationScoped
public class Deliveries {
    /** How long a taker has for the messages it took. */
    static final Duration LEASE = Duration.ofSeconds(90);
    /** How many of a lane are taken at once. */
    static final int OF_A_LANE = 5;

    private static final String GONE = "the receiver answered 410 Gone: it wants nothing more";
    private static final Duration KEPT = Duration.ofDays(30);
    /** What is due is found once: as part of a join, the database could look for it again for each row. */
    private static final String TAKE = ByRelay.mark("""
            with lanes as (
                select 'in-app' as lane where not 'in-app' = any(:busy)
                union all select 'mail' where not 'mail' = any(:busy)
                union all (
                    select 'webhook:' || e.id from webhook_endpoint e
                    where e.enabled and (e.held_until is null or e.held_until <= :now)
                    and not 'webhook:' || e.id = any(:busy)
                    and exists (select from delivery w where w.lane = 'webhook:' || e.id and w.state = 'WAITING'
                        and w.next_at <= :now)
                    order by random() limit :free)),
            due as materialized (
                select w.id from lanes cross join lateral (
                    select id from delivery where lane = lanes.lane and state = 'WAITING' and next_at <= :now
                    order by next_at limit :most for update skip locked) w)
            update delivery set attempts = attempts + 1, next_at = :leased from due where delivery.id = due.id
            returning delivery.id, lane, channel, person_id, endpoint_id, cast(content as text), attempts""");

    private final EntityManager database;
    private final Clock clock;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    Deliveries(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A message taken to be sent, and which attempt this is. */
    public record Taken(Message message, String lane, String channel, int attempt) {}

    /** Takes what is due in lanes that are not busy, of so many endpoints at most. */
    @Transactional
    public List<Taken> take(Collection<String> busy, int endpoints) {
        Instant now = clock.instant();
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(TAKE)
                .setParameter("busy", busy.toArray(String[]::new))
                .setParameter("now", now)
                .setParameter("free", endpoints)
                .setParameter("most", OF_A_LANE)
                .setParameter("leased", now.plus(LEASE))
                .getResultList();
        return rows.stream().map(Deliveries::taken).toList();
    }

    /** Writes down what came of an attempt, unless somebody else has taken the message since. */
    @Transactional
    public void settle(Taken taken, Receipt receipt) {
        if (receipt instanceof Receipt.Failed failed) {
            fail(taken, failed);
        } else if (receipt instanceof Receipt.Delivered delivered) {
            end(taken, "SENT", delivered.status(), null);
            endpoint(taken, "failures = 0, held_until = null", "failures > 0 or held_until is not null");
        } else if (receipt instanceof Receipt.Refused refused) {
            end(taken, "DEAD", refused.status(), refused.why());
        } else {
            end(taken, "DEAD", receipt.status(), GONE);
            endpoint(taken, "enabled = false, disabled_because = '" + GONE + "'", "enabled");
        }
    }

    /** Gives back what was taken and not tried. */
    @Transactional
    public void release(List<Taken> untried) {
        for (Taken taken : untried) {
            database.createNativeQuery("update /* relay */ delivery set attempts = attempts - 1, next_at = :now"
                            + " where id = :id and attempts = :attempt and state = 'WAITING'")
                    .setParameter("now", clock.instant())
                    .setParameter("id", taken.message().id())
                    .setParameter("attempt", taken.attempt())
                    .executeUpdate();
        }
    }

    /** Forgets what arrived long ago. */
    @Transactional
    public void forget() {
        database.createNativeQuery("delete /* relay */ from delivery where state = 'SENT' and settled_at < :then")
                .setParameter("then", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private void fail(Taken taken, Receipt.Failed failed) {
        Instant now = clock.instant();
        Optional<Duration> wait = Backoff.after(taken.attempt(), failed.after(), chance);
        if (wait.isEmpty()) {
            end(taken, "DEAD", failed.status(), failed.why());
        } else {
            settle(
                    taken,
                    "next_at = :at, status = cast(:status as int), reason = :why",
                    failed.status(),
                    failed.why(),
                    now.plus(wait.get()));
        }
        if (taken.message().endpoint() != null) {
            int failures = ((Number) database.createNativeQuery("update /* relay */ webhook_endpoint"
                                    + " set failures = failures + 1 where id = :id returning failures")
                            .setParameter("id", taken.message().endpoint())
                            .getResultStream()
                            .findFirst()
                            .orElse(1))
                    .intValue();
            database.createNativeQuery("update /* relay */ webhook_endpoint set held_until = :until where id = :id")
                    .setParameter("until", now.plus(Backoff.hold(failures, failed.after())))
                    .setParameter("id", taken.message().endpoint())
                    .executeUpdate();
        }
    }

    private void end(Taken taken, String state, @Nullable Integer status, @Nullable String why) {
        settle(
                taken,
                "state = '" + state + "', settled_at = :at, status = cast(:status as int), reason = :why",
                status,
                why,
                clock.instant());
    }

    private void settle(Taken taken, String set, @Nullable Integer status, @Nullable String why, Instant at) {
        database.createNativeQuery("update /* relay */ delivery set " + set
                        + " where id = :id and attempts = :attempt and state = 'WAITING'")
                .setParameter("at", at)
                .setParameter("status", status)
                .setParameter("why", why)
                .setParameter("id", taken.message().id())
                .setParameter("attempt", taken.attempt())
                .executeUpdate();
    }

    private void endpoint(Taken taken, String set, String when) {
        if (taken.message().endpoint() != null) {
            database.createNativeQuery(
                            "update /* relay */ webhook_endpoint set " + set + " where id = :id and (" + when + ")")
                    .setParameter("id", taken.message().endpoint())
                    .executeUpdate();
        }
    }

    private static Taken taken(Object[] row) {
        Message message = new Message(
                (String) row[0],
                row[3] == null ? null : ((Number) row[3]).longValue(),
                row[4] == null ? null : ((Number) row[4]).longValue(),
                Json.read((String) row[5], Message.Content.class));
        return new Taken(message, (String) row[1], (String) row[2], ((Number) row[6]).intValue());
    }
}
