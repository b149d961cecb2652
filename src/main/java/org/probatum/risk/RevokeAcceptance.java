package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** Takes an acceptance back, by whoever gave it and nobody else, whatever they may do by now. The gate is blocked again at once. */
@ApplicationScoped
public class RevokeAcceptance {
    /** Why. */
    public record Terms(String reason) {}

    private final Decisions decisions;
    private final Acceptances acceptances;
    private final EntityManager database;
    private final Journal journal;
    private final Clock clock;

    RevokeAcceptance(
            Decisions decisions, Acceptances acceptances, EntityManager database, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.acceptances = acceptances;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Decision revoke(Actor actor, String key, String riskId, Terms terms) {
        Decision decision = decisions.locked(actor, key);
        boolean known = decision.material().risk(riskId).isPresent();
        if (known && !actor.belongsTo(decision.teamId())) {
            throw Problem.forbidden("giver-revokes", "Only whoever accepted a risk takes the acceptance back.");
        }
        Acceptance standing = standing(decision, riskId);
        if (standing.acceptedBy() != actor.id()) {
            throw Problem.forbidden(
                    "giver-revokes", "Only whoever accepted risk " + riskId + " takes the acceptance back.");
        }
        Instant now = clock.instant();
        standing.end = new AcceptanceEnd(standing, actor, now, terms.reason());
        database.persist(standing.end);
        journal.record(decision, actor, new DecisionEvent.AcceptanceRevoked(riskId, terms.reason()));
        decisions.flush();
        return decision;
    }

    private Acceptance standing(Decision decision, String riskId) {
        List<Acceptance> given = acceptances.of(decision.id()).stream()
                .filter(a -> a.riskId().equals(riskId))
                .toList();
        if (given.isEmpty() && decision.material().risk(riskId).isEmpty()) {
            throw Problem.notFound("risk \"" + riskId + "\" of " + decision.key());
        }
        return given.stream()
                .filter(a -> a.end() == null
                        && Appetite.until(a.expiresOn(), decision.team().zone(), null)
                                .isAfter(clock.instant()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Problem.conflict(
                        "nothing-accepted", "No acceptance of risk " + riskId + " holds; there is nothing to revoke."));
    }
}
