package org.probatum.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The teams. */
@ApplicationScoped
public class Teams implements PanacheRepository<Team> {
    /** The team called so in addresses and files. */
    public Optional<Team> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** The team to change: its row is locked first. */
    public Optional<Team> locked(String slug) {
        return find("slug", slug).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The teams the actor belongs to, by name. */
    public List<Team> of(Actor actor) {
        return list("id in ?1 order by name", actor.memberships().keySet());
    }

    /** The teams whose unpublished work the actor sees, by name. */
    public List<Team> seenBy(Actor actor) {
        return actor.seesEverything() ? list("order by name") : of(actor);
    }

    /** Takes the team's next decision number; the team's row stays locked until the transaction ends. */
    public int nextNumber(long teamId) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "update team set last_number = last_number + 1 where id = ?1 returning last_number")
                        .setParameter(1, teamId)
                        .getSingleResult())
                .intValue();
    }
}
