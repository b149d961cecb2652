package org.probatum.risk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.decision.Stage;
import org.probatum.decision.StageChanged;
import org.probatum.decision.material.FollowUp;
import org.probatum.decision.material.Risk;
import org.probatum.people.People;
import org.probatum.people.Person;

/**
 * Publication starts what was promised for afterwards; an acceptance starts the wait for its end. The promises are kept
 * with the publication; the waits for them begin right after it, so that whoever publishes does not wait for each.
 */
@ApplicationScoped
public class StartFollowUps {
    /** After the register, before anybody asks whether the gate passes, and before the inbox. */
    private static final int BEFORE_THE_GATE = Interceptor.Priority.APPLICATION - 500;

    private final Decisions decisions;
    private final FollowUps followUps;
    private final Acceptances acceptances;
    private final RiskCrossings crossings;
    private final People people;

    StartFollowUps(
            Decisions decisions, FollowUps followUps, Acceptances acceptances, RiskCrossings crossings, People people) {
        this.decisions = decisions;
        this.followUps = followUps;
        this.acceptances = acceptances;
        this.crossings = crossings;
        this.people = people;
    }

    void moved(@Observes @Priority(BEFORE_THE_GATE) StageChanged change) {
        Decision decision = change.decision();
        if (decision.stage() == Stage.PUBLISHED) {
            start(decision);
        } else if (decision.stage() == Stage.REJECTED || decision.stage() == Stage.WITHDRAWN) {
            followUps
                    .open(decision.id())
                    .forEach(row -> followUps.end(row, FollowUpRow.State.ENDED, null, "the decision has ended"));
        }
    }

    /** Only what is above tolerance needs its acceptance renewed. */
    void accepted(@Observes @Priority(BEFORE_THE_GATE) Journal.Recorded recorded) {
        if (recorded.event() instanceof DecisionEvent.RiskAccepted accepted) {
            Decision decision = recorded.decision();
            followUps.endAcceptance(decision, accepted.risk(), "accepted anew until " + accepted.expires());
            crossings.above(decision).stream()
                    .filter(risk -> accepted.risk().equals(risk.id()))
                    .findFirst()
                    .ifPresent(risk -> followUps.start(
                            decision,
                            new FollowUps.Promise(
                                    FollowUpRow.Kind.ACCEPTANCE,
                                    accepted.risk(),
                                    "Acceptance of risk " + accepted.risk()
                                            + (risk.title() == null ? "" : ", " + risk.title()),
                                    lastAcceptedBy(decision, accepted.risk()),
                                    accepted.expires())));
        }
    }

    /** Begins the waits, in the order of whoever acts on the decision. */
    @Transactional
    public void begin(long decisionId) {
        decisions.lockedById(decisionId);
        followUps.begin(decisionId);
    }

    private void start(Decision decision) {
        Map<String, Long> ids = ids(decision);
        List<FollowUp> promised = decision.material().followUps();
        followUps.startSoon(
                decision,
                Stream.concat(
                                IntStream.range(0, promised.size())
                                        .filter(i -> promised.get(i).due() != null)
                                        .mapToObj(i -> promise(promised.get(i), i + 1, ids)),
                                decision.material().risks().stream()
                                        .filter(risk -> risk.due() != null && risk.verification() != null)
                                        .map(risk -> promise(risk, ids)))
                        .toList());
    }

    private static FollowUps.Promise promise(FollowUp one, int number, Map<String, Long> ids) {
        return new FollowUps.Promise(
                FollowUpRow.Kind.FOLLOW_UP,
                "follow-up-" + number,
                one.action() == null ? "Follow-up " + number : one.action(),
                one.accountable() == null ? null : ids.get(one.accountable()),
                Objects.requireNonNull(one.due()));
    }

    private static FollowUps.Promise promise(Risk risk, Map<String, Long> ids) {
        return new FollowUps.Promise(
                FollowUpRow.Kind.RISK_VERIFICATION,
                String.valueOf(risk.id()),
                "Risk " + risk.id() + ": " + risk.verification(),
                risk.owner() == null ? null : ids.get(risk.owner()),
                Objects.requireNonNull(risk.due()));
    }

    private Map<String, Long> ids(Decision decision) {
        List<String> names = decision.material().people().toList();
        return names.isEmpty()
                ? Map.of()
                : people.find("username in ?1", names).stream().collect(Collectors.toMap(Person::username, Person::id));
    }

    private @Nullable Long lastAcceptedBy(Decision decision, String risk) {
        return acceptances.of(decision.id()).stream()
                .filter(a -> a.riskId().equals(risk))
                .reduce((earlier, later) -> later)
                .map(Acceptance::acceptedBy)
                .orElse(null);
    }
}
