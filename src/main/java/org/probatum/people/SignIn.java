package org.probatum.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs somebody in by password: a fresh session each time, never one that was there before. After ten failures in five
 * minutes a username waits; an unknown one costs as much time as a wrong password.
 */
@ApplicationScoped
public class SignIn {
    /** How long a session lasts. */
    public static final Duration LASTS = Duration.ofHours(12);

    private static final int FAILURES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Password NOBODYS = Password.of("nobody's password, for its cost alone");

    /** What came of it. */
    public sealed interface Outcome {
        /** Signed in; the secret goes into the browser's cookie and is shown to nobody else. */
        record SignedIn(Secret session) implements Outcome {}

        /** Username or password is wrong: which of them is not said. */
        record Unknown() implements Outcome {}

        /** Too many failures of late. */
        record Wait(Duration forHowLong) implements Outcome {}

        /** A demo account on a service that is not a demo. */
        record DemoRefused() implements Outcome {}
    }

    private final People people;
    private final EntityManager database;
    private final Clock clock;
    private final boolean demo;

    SignIn(
            People people,
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "probatum.demo", defaultValue = "false") boolean demo) {
        this.people = people;
        this.database = database;
        this.clock = clock;
        this.demo = demo;
    }

    @Transactional
    public Outcome signIn(String username, String words) {
        Instant now = clock.instant();
        if (recentFailures(username, now) >= FAILURES) {
            return new Outcome.Wait(WINDOW);
        }
        Person person = people.byUsername(username).orElse(null);
        Password kept = person == null || person.passwordHash == null ? NOBODYS : new Password(person.passwordHash);
        if (!kept.matches(words) || person == null) {
            database.createNativeQuery("insert into sign_in_failure (username, at) values (?1, ?2)")
                    .setParameter(1, username)
                    .setParameter(2, now)
                    .executeUpdate();
            return new Outcome.Unknown();
        }
        if (person.demo && !demo) {
            return new Outcome.DemoRefused();
        }
        Secret session = Secret.fresh("prs_");
        database.createNativeQuery("delete from session where expires_at < ?1")
                .setParameter(1, now)
                .executeUpdate();
        database.createNativeQuery(
                        "insert into session (secret_hash, person_id, created_at, expires_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, session.hash())
                .setParameter(2, person.id())
                .setParameter(3, now)
                .setParameter(4, now.plus(LASTS))
                .executeUpdate();
        return new Outcome.SignedIn(session);
    }

    /** Ends a session; ending one that is not there is no fault. */
    @Transactional
    public void signOut(Secret session) {
        database.createNativeQuery("delete from session where secret_hash = ?1")
                .setParameter(1, session.hash())
                .executeUpdate();
    }

    private long recentFailures(String username, Instant now) {
        database.createNativeQuery("delete from sign_in_failure where at < ?1")
                .setParameter(1, now.minus(WINDOW))
                .executeUpdate();
        return ((Number) database.createNativeQuery("select count(*) from sign_in_failure where username = ?1")
                        .setParameter(1, username)
                        .getSingleResult())
                .longValue();
    }
}
