package org.probatum.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Digest;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * Answers a request that names itself once: asked again with the same words it gets the same answer, with other words it is
 * refused. The answer is kept in the transaction of the action, so an action undone leaves no answer behind.
 */
@ApplicationScoped
public class Once {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int LONGEST = 200;

    /** What an action answers: where what it made is, its version, and a body already written. */
    public record Answer(
            int status, @Nullable String location, @Nullable String etag, String body) {}

    private final EntityManager database;
    private final Clock clock;

    Once(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Runs the action, or gives the answer it gave before. Without a key it is simply run. */
    @Transactional
    public Answer answer(long person, @Nullable String key, String request, Supplier<Answer> action) {
        if (key == null || key.isBlank()) {
            return action.get();
        }
        if (key.length() > LONGEST || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            throw Problem.invalid(List.of(Violation.at(
                    "/Idempotency-Key",
                    "the header is too long or not plain text",
                    "up to " + LONGEST + " printable ASCII characters")));
        }
        String digest = Digest.of(request);
        int taken = database.createNativeQuery(
                        "insert into answered_request (person_id, key, request_digest, at) values (?1, ?2, ?3, ?4)"
                                + " on conflict do nothing")
                .setParameter(1, person)
                .setParameter(2, key)
                .setParameter(3, digest)
                .setParameter(4, clock.instant())
                .executeUpdate();
        if (taken == 0) {
            return kept(person, key, digest);
        }
        Answer answer = action.get();
        database.createNativeQuery("update answered_request set status = ?1, location = ?2, etag = ?3, body = ?4"
                        + " where person_id = ?5 and key = ?6")
                .setParameter(1, answer.status())
                .setParameter(2, answer.location())
                .setParameter(3, answer.etag())
                .setParameter(4, answer.body())
                .setParameter(5, person)
                .setParameter(6, key)
                .executeUpdate();
        database.createNativeQuery("delete from answered_request where at < ?1")
                .setParameter(1, clock.instant().minus(KEPT))
                .executeUpdate();
        return answer;
    }

    private Answer kept(long person, String key, String digest) {
        Object[] row = (Object[])
                database.createNativeQuery("select request_digest, status, location, etag, body from answered_request"
                                + " where person_id = ?1 and key = ?2")
                        .setParameter(1, person)
                        .setParameter(2, key)
                        .getSingleResult();
        if (!digest.equals(row[0])) {
            throw Problem.reused("The Idempotency-Key " + key + " was used for another request.");
        }
        return new Answer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4]);
    }
}
