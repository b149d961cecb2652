package org.probatum.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Those with these keys, their rows locked, always in the same order: who locks several never waits in a circle. */
    public List<Decision> lockedByKeys(Collection<String> keys) {
        return find("key in ?1 order by id", keys)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /**
     * A decision that another one names.
     *
     * @param successor the key of the one that took its place; null while none did
     */
    public record Named(
            String key,
            Stage stage,
            Validity validity,
            @Nullable String successor) {}

    /** What became of those of a team's decisions that have these keys. */
    @SuppressWarnings("unchecked")
    public List<Named> named(long teamId, Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select d.key, d.stage, d.validity, d.superseded_by from decision d where d.team_id = :team and d.key in (:keys)
                        """)
                .setParameter("team", teamId)
                .setParameter("keys", keys)
                .getResultList();
        return rows.stream()
                .map(row -> new Named(
                        (String) row[0], Stage.valueOf((String) row[1]), Validity.valueOf((String) row[2]), (String)
                                row[3]))
                .toList();
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
