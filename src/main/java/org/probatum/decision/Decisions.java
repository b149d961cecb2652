package org.probatum.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Objects;
import java.util.Optional;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** The decisions. What an actor may not see is, for them, not there. */
@ApplicationScoped
public class Decisions implements PanacheRepository<Decision> {
    private static final String BY_KEY = "from Decision d join fetch d.team where d.key = ?1";

    /** The decision to look at. */
    public Decision visible(Actor actor, String key) {
        return seen(actor, key, find(BY_KEY, key).firstResultOptional());
    }

    /** The decision to act on: its row is locked first, so that two who act at once act one after the other. */
    public Decision locked(Actor actor, String key) {
        return seen(
                actor,
                key,
                find(BY_KEY, key).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional());
    }

    /** The decision a step of the process is about. */
    public Decision byId(long id) {
        return findByIdOptional(id).orElseThrow(() -> new IllegalStateException("no decision " + id));
    }

    /** The decision that a timer acts on: its row is locked first, so that whoever else acts on it comes after. */
    public Decision lockedById(long id) {
        return Objects.requireNonNull(findById(id, LockModeType.PESSIMISTIC_WRITE), () -> "no decision " + id);
    }

    /** The same, unless somebody else is acting on it just now: nobody waits for a decision that is only looked at besides. */
    public Optional<Decision> lockedUnlessBusy(long id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", -2)
                .firstResultOptional();
    }

    /** A fresh id, taken before the row is written, so that the process can carry it. */
    long nextId() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('decision_seq')")
                        .getSingleResult())
                .longValue();
    }

    private static Decision seen(Actor actor, String key, Optional<Decision> found) {
        return found.filter(decision -> actor.sees(decision.teamId()) || decision.stage() == Stage.PUBLISHED)
                .orElseThrow(() -> Problem.notFound("decision " + key));
    }
}
