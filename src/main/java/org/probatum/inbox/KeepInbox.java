package org.probatum.inbox;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Journal;
import org.probatum.decision.Stage;
import org.probatum.decision.StageChanged;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Risk;
import org.probatum.people.People;
import org.probatum.people.Person;
import org.probatum.people.Teams;
import org.probatum.risk.Acceptance;
import org.probatum.risk.Acceptances;
import org.probatum.risk.Level;
import org.probatum.risk.Rating;

/** Keeps the work items of a decision true, whatever moved it, in the same transaction. */
@ApplicationScoped
class KeepInbox implements PanacheRepository<WorkItem> {
    private final People people;
    private final Teams teams;
    private final Acceptances acceptances;
    private final Clock clock;

    KeepInbox(People people, Teams teams, Acceptances acceptances, Clock clock) {
        this.people = people;
        this.teams = teams;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    void moved(@Observes StageChanged change) {
        renew(change.decision());
    }

    /** While trade-offs are weighed, what is said and accepted changes whom the decision waits for. */
    void happened(@Observes Journal.Recorded recorded) {
        DecisionEvent event = recorded.event();
        boolean matters = event instanceof DecisionEvent.MaterialRevised
                || event instanceof DecisionEvent.RunAttached
                || event instanceof DecisionEvent.TradeOffAssessed
                || event instanceof DecisionEvent.RiskAccepted;
        if (matters
                && (recorded.decision().stage() == Stage.TRADE_OFFS
                        || recorded.decision().inReview())) {
            renew(recorded.decision());
        }
    }

    private void renew(Decision decision) {
        // Rows of this decision that an action of the same transaction has only just added are deleted with the others.
        delete("decisionId", decision.id());
        if (decision.stage().ended() || decision.dueAt() == null) {
            return;
        }
        Instant now = clock.instant();
        if (decision.inReview()) {
            persist(WorkItem.forSlot(
                    decision,
                    WorkKind.REVIEW,
                    Objects.requireNonNull(decision.slot()).name(),
                    now));
            return;
        }
        persist(WorkItem.forPerson(decision, WorkKind.STAGE, decision.authorId(), now));
        if (decision.stage() == Stage.TRADE_OFFS) {
            askAssessors(decision, now);
            askRiskOwners(decision, now);
        }
    }

    private void askAssessors(Decision decision, Instant now) {
        Material material = decision.material();
        Arrays.stream(Dimension.values())
                .filter(dimension -> material.choice().options().stream()
                        .anyMatch(option -> material.tradeOffs().stream()
                                .noneMatch(t -> t.isOf(option.id(), dimension) && Boolean.TRUE.equals(t.competent()))))
                .forEach(dimension -> persist(WorkItem.forSlot(decision, WorkKind.ASSESS, dimension.name(), now)));
    }

    private void askRiskOwners(Decision decision, Instant now) {
        if (decision.material().risks().isEmpty()) {
            return;
        }
        Level tolerance = Level.valueOf(teams.findById(decision.teamId()).tolerance());
        List<Risk> above = decision.material().risks().stream()
                .filter(risk -> Rating.residual(risk)
                        .filter(rating -> rating.level().compareTo(tolerance) > 0)
                        .isPresent())
                .toList();
        if (above.isEmpty()) {
            return;
        }
        List<Acceptance> standing = acceptances.of(decision.id());
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        above.stream()
                .filter(risk -> standing.stream().noneMatch(a -> a.covers(decision, risk, today)))
                .map(Risk::owner)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(owner -> people.byUsername(owner).stream())
                .map(Person::id)
                .forEach(owner -> persist(WorkItem.forPerson(decision, WorkKind.ACCEPT, owner, now)));
    }
}
