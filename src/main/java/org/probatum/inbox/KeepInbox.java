package org.probatum.inbox;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.FollowUpEvent;
import org.probatum.decision.Journal;
import org.probatum.decision.Slot;
import org.probatum.decision.Stage;
import org.probatum.decision.StageChanged;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.Material;
import org.probatum.people.TeamRole;

/** Keeps the work items of a decision true, whatever moved it, in the same transaction. */
@ApplicationScoped
class KeepInbox implements PanacheRepository<WorkItem> {
    private final Promises promises;
    private final Clock clock;

    KeepInbox(Promises promises, Clock clock) {
        this.promises = promises;
        this.clock = clock;
    }

    /** Another stage or gate: whatever waited before waits no longer. */
    void moved(@Observes StageChanged change) {
        // Rows of this decision that an action of the same transaction has only just added are deleted with the others.
        delete("decisionId", change.decision().id());
        wanted(change.decision()).forEach(this::persist);
    }

    /** What is said, accepted and escalated changes whom the decision waits for. */
    void happened(@Observes @Priority(Interceptor.Priority.APPLICATION + 500) Journal.Recorded recorded) {
        DecisionEvent event = recorded.event();
        boolean ofStage = event instanceof DecisionEvent.MaterialRevised
                || event instanceof DecisionEvent.CriteriaDeviated
                || event instanceof DecisionEvent.RunAttached
                || event instanceof DecisionEvent.ComparisonFiled
                || event instanceof DecisionEvent.TradeOffAssessed
                || event instanceof DecisionEvent.Reviewed && waitsOn(recorded.decision())
                || event instanceof DecisionEvent.RejectionEnded
                || event instanceof DecisionEvent.WaiverGranted;
        boolean ofItsOwn = event instanceof DecisionEvent.EscalationRaised
                || event instanceof DecisionEvent.EscalationClimbed
                || event instanceof DecisionEvent.EscalationAnswered
                || event instanceof DecisionEvent.EscalationClosed
                || event instanceof FollowUpEvent.FollowUpVerified;
        if (ofItsOwn
                || ofStage
                        && (recorded.decision().stage() == Stage.TRADE_OFFS
                                || recorded.decision().inReview())) {
            adjust(recorded.decision());
        }
    }

    /** A vote that decides its gate moves the decision in the same breath; only others change whom it waits for here. */
    private static boolean waitsOn(Decision decision) {
        return !decision.openSeats().isEmpty() || !decision.rejecting().isEmpty();
    }

    /** What still waits stays as it was opened; the rest comes and goes. */
    private void adjust(Decision decision) {
        List<WorkItem> wanted = wanted(decision);
        List<WorkItem> open = list("decisionId", decision.id());
        open.stream()
                .filter(item -> wanted.stream().noneMatch(item::asksTheSame))
                .forEach(this::delete);
        wanted.stream()
                .filter(item -> open.stream().noneMatch(item::asksTheSame))
                .forEach(this::persist);
    }

    private List<WorkItem> wanted(Decision decision) {
        Instant now = clock.instant();
        return Stream.concat(ofStage(decision, now), promises.of(decision, now)).toList();
    }

    private static Stream<WorkItem> ofStage(Decision decision, Instant now) {
        if (decision.stage().ended() || decision.dueAt() == null) {
            return Stream.of();
        }
        if (decision.inReview()) {
            return Stream.concat(reviewers(decision, now), confirmers(decision, now));
        }
        Stream<WorkItem> author = Stream.of(WorkItem.forPerson(decision, WorkKind.STAGE, decision.authorId(), now));
        return decision.stage() == Stage.TRADE_OFFS ? Stream.concat(author, assessors(decision, now)) : author;
    }

    /** Whoever fits an open seat and has not voted on this material, and those whose approval was overtaken. */
    private static Stream<WorkItem> reviewers(Decision decision, Instant now) {
        Set<Long> voted = new HashSet<>(decision.approved());
        voted.addAll(decision.outdated());
        voted.addAll(decision.rejecting());
        return Stream.concat(
                decision.openSeats().stream()
                        .distinct()
                        .map(slot -> WorkItem.forSlot(decision, WorkKind.REVIEW, slot, voted, now)),
                decision.outdated().stream()
                        .sorted()
                        .map(person -> WorkItem.forPerson(decision, WorkKind.REVIEW, person, now)));
    }

    /** A rejection waits for anybody else who could have voted, and for the team's lead. */
    private static Stream<WorkItem> confirmers(Decision decision, Instant now) {
        if (decision.rejecting().isEmpty()) {
            return Stream.empty();
        }
        Stream<String> slots =
                Objects.requireNonNull(decision.terms()).slots().stream().map(Slot::takes);
        Set<Long> others = decision.rejecting().size() == 1 ? decision.rejecting() : Set.of();
        return Stream.concat(slots, Stream.of(TeamRole.LEAD.name()))
                .distinct()
                .map(slot -> WorkItem.forSlot(decision, WorkKind.CONFIRM, slot, others, now));
    }

    private static Stream<WorkItem> assessors(Decision decision, Instant now) {
        Material material = decision.material();
        return Arrays.stream(Dimension.values())
                .filter(dimension -> material.choice().options().stream()
                        .anyMatch(option -> material.tradeOffs().stream()
                                .noneMatch(t -> t.isOf(option.id(), dimension) && Boolean.TRUE.equals(t.competent()))))
                .map(dimension -> WorkItem.forSlot(decision, WorkKind.ASSESS, dimension.name(), Set.of(), now));
    }
}
