package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Team;

/** Reads what teams bear of accepted risk, now and over time. */
@ApplicationScoped
public class Appetites {
    /** No acceptance runs longer than a year, so whatever counts in the past year began at most two years ago. */
    private static final int LOOKS_BACK = 400;

    private final EntityManager database;
    private final AppetiteChanges changes;
    private final ExcessAcceptances excess;

    Appetites(EntityManager database, AppetiteChanges changes, ExcessAcceptances excess) {
        this.database = database;
        this.changes = changes;
        this.excess = excess;
    }

    /** The points of accepted residual risk that the team bears at a moment, by all its decisions. */
    public int borne(Team team, Instant at) {
        return new Appetite(spans(team, at), List.of()).borne(at);
    }

    /** What the team has borne since a moment, bears, and will bear if nothing more is accepted. */
    public Appetite since(Team team, Instant since) {
        return since(team, since, changes.of(team));
    }

    /** The same, from changes of the team's bounds that were read before. */
    public Appetite since(Team team, Instant since, List<AppetiteChanges.Entry> newestFirst) {
        return new Appetite(spans(team, since), AppetiteChanges.limits(team, newestFirst));
    }

    /** The team's excess at a moment, unless there is none or it is accepted. */
    public Optional<Appetite.Breach> breach(Team team, Instant at) {
        if (borne(team, at) <= team.appetite()) {
            return Optional.empty();
        }
        return since(team, at.minus(java.time.Duration.ofDays(LOOKS_BACK))).breach(at);
    }

    /** Somebody entitled to has accepted the excess. */
    public boolean isAccepted(Team team, Appetite.Breach breach) {
        return excess.covers(team.id(), breach);
    }

    /** The team's acceptances that count at any time from a moment on. */
    @SuppressWarnings("unchecked")
    private List<Appetite.Span> spans(Team team, Instant since) {
        ZoneId zone = team.zone();
        List<Object[]> rows = database.createNativeQuery("""
                        select a.id, d.key, a.risk_id, coalesce(r.title, a.risk_id) as title, a.points, p.name,
                               a.accepted_at, a.expires_on, e.at, e.cause
                        from acceptance a
                        join decision d on d.id = a.decision_id
                        join person p on p.id = a.accepted_by
                        left join risk_row r on r.decision_id = a.decision_id and r.risk_id = a.risk_id
                        left join acceptance_end e on e.acceptance_id = a.id
                        where a.team_id = :team and a.expires_on >= :day and (e.at is null or e.at > :since)
                        order by a.id
                        """)
                .setParameter("team", team.id())
                .setParameter("day", LocalDate.ofInstant(since, zone))
                .setParameter("since", since)
                .getResultList();
        List<Appetite.Span> spans = new ArrayList<>();
        for (Object[] row : rows) {
            LocalDate lastDay = day(row[7]);
            @Nullable Instant ended = (Instant) row[8];
            Instant until = Appetite.until(lastDay, zone, ended);
            AcceptanceEnd.@Nullable Cause cause =
                    ended != null && until.equals(ended) ? AcceptanceEnd.Cause.valueOf((String) row[9]) : null;
            spans.add(new Appetite.Span(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    ((Number) row[4]).intValue(),
                    (String) row[5],
                    (Instant) row[6],
                    lastDay,
                    until,
                    cause));
        }
        return spans;
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
