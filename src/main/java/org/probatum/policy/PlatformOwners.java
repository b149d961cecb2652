package org.probatum.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.probatum.people.Actor;
import org.probatum.people.PlatformRole;
import org.probatum.shared.Problem;

/** Those who keep policy. One of them alone changes nothing. */
@ApplicationScoped
public class PlatformOwners {
    private final EntityManager database;

    PlatformOwners(EntityManager database) {
        this.database = database;
    }

    /** Refuses whoever is none. */
    static void require(Actor actor, String act) {
        if (!actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER)) {
            throw Problem.forbidden("platform-owners-keep-policy", "Only platform owners " + act + ".");
        }
    }

    /** The names of all but one, to say who could confirm. */
    @SuppressWarnings("unchecked")
    public List<String> otherThan(long person) {
        return database.createNativeQuery(
                        "select name from person where 'PLATFORM_OWNER' = any(platform_roles) and id <> ?1 order by name"
                                + " limit 5",
                        String.class)
                .setParameter(1, person)
                .getResultList();
    }
}
