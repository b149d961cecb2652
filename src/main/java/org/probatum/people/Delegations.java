package org.probatum.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The delegations, past ones too. */
@ApplicationScoped
public class Delegations implements PanacheRepository<Delegation> {
    private static final int SHOWN = 200;
    private static final String LINES = "select new org.probatum.people.Delegations$Line(d.id, f.username, f.name,"
            + " t.username, t.name, w.slug, w.name, d.fromAt, d.untilAt, d.reason, d.madeAt, m.username, m.name, e.at,"
            + " x.name) from Delegation d join Person f on f.id = d.fromId join Person t on t.id = d.toId"
            + " join Person m on m.id = d.madeBy left join Team w on w.id = d.teamId"
            + " left join DelegationEnd e on e.delegationId = d.id left join Person x on x.id = e.endedBy where ";

    /** A delegation with everybody's names; without a team it holds in all teams the two share. */
    public record Line(
            long id,
            String absent,
            String absentName,
            String delegate,
            String delegateName,
            @Nullable String team,
            @Nullable String teamName,
            Instant fromAt,
            Instant untilAt,
            String reason,
            Instant madeAt,
            String maker,
            String makerName,
            @Nullable Instant endedAt,
            @Nullable String enderName) {
        /** One of planned, in force, over and ended. */
        public String state(Instant now) {
            if (endedAt != null && !endedAt.isAfter(now)) {
                return "ended";
            }
            return !untilAt.isAfter(now) ? "over" : fromAt.isAfter(now) ? "planned" : "in force";
        }

        /** It can still be ended. */
        public boolean isOpen(Instant now) {
            return endedAt == null && untilAt.isAfter(now);
        }
    }

    /** Those somebody gave, received or made for another, newest first. */
    public List<Line> concerning(long person) {
        return getEntityManager()
                .createQuery(
                        LINES + ":person in (d.fromId, d.toId, d.madeBy) order by d.fromAt desc, d.id desc", Line.class)
                .setParameter("person", person)
                .setMaxResults(SHOWN)
                .getResultList();
    }

    /** One of them. */
    public Line line(long id) {
        return getEntityManager()
                .createQuery(LINES + "d.id = :id", Line.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Those in force by which members of the teams are stood in for, the first to end first. */
    public List<Line> inForce(Collection<Team> teams, Instant now) {
        if (teams.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createQuery(
                        LINES + "d.fromAt <= :now and d.untilAt > :now and (e.at is null or e.at > :now)"
                                + " and (d.teamId in :teams or d.teamId is null and d.fromId in"
                                + " (select s.personId from Membership s where s.teamId in :teams))"
                                + " order by d.untilAt, d.id",
                        Line.class)
                .setParameter("now", now)
                .setParameter("teams", teams.stream().map(Team::id).toList())
                .getResultList();
    }
}
