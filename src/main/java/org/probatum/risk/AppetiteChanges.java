package org.probatum.risk;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.probatum.people.Team;

/** Every change of what teams may bear. */
@ApplicationScoped
public class AppetiteChanges implements PanacheRepository<AppetiteChange> {
    /** A change as a page shows it. */
    public record Entry(
            int version,
            Instant at,
            String by,
            Level toleranceBefore,
            Level tolerance,
            int appetiteBefore,
            int appetite,
            String reason) {}

    /** The team's changes, newest first. */
    public List<Entry> of(Team team) {
        return getEntityManager()
                .createQuery(
                        "select new org.probatum.risk.AppetiteChanges$Entry(c.version, c.at, p.name, c.toleranceBefore,"
                                + " c.tolerance, c.appetiteBefore, c.appetite, c.reason) from AppetiteChange c"
                                + " join Person p on p.id = c.changedBy where c.teamId = :team order by c.version desc",
                        Entry.class)
                .setParameter("team", team.id())
                .getResultList();
    }

    /** How many times the team's bounds were changed: the version of what holds now. */
    public int version(Team team) {
        return (int) count("teamId", team.id());
    }

    /** The team's appetite over all time, from its changes. */
    static List<Appetite.Limit> limits(Team team, List<Entry> newestFirst) {
        List<Appetite.Limit> limits = new ArrayList<>();
        int first = newestFirst.isEmpty()
                ? team.appetite()
                : newestFirst.get(newestFirst.size() - 1).appetiteBefore();
        limits.add(new Appetite.Limit(Instant.EPOCH, first));
        newestFirst.forEach(change -> limits.add(new Appetite.Limit(change.at(), change.appetite())));
        return limits;
    }
}
