package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import org.probatum.people.Team;

/** An excess over the appetite is accepted by the answer to its escalation, up to what was answered and until its day. */
@ApplicationScoped
class ExcessAnswers implements ExcessAcceptances {
    private final EntityManager database;
    private final Clock clock;

    ExcessAnswers(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean covers(long teamId, Appetite.Breach breach) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), database.find(Team.class, teamId).zone());
        return database.createQuery(
                                "select count(*) from Escalation e where e.teamId = ?1 and e.kind = ?2 and e.state = ?3"
                                        + " and e.holdsUntil >= ?4 and e.excess >= ?5",
                                Long.class)
                        .setParameter(1, teamId)
                        .setParameter(2, EscalationKind.APPETITE_EXCEEDED)
                        .setParameter(3, EscalationState.ANSWERED)
                        .setParameter(4, today)
                        .setParameter(5, breach.excess())
                        .getSingleResult()
                > 0;
    }
}
