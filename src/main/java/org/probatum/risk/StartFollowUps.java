package org.probatum.risk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Journal;
import org.probatum.decision.Stage;
import org.probatum.decision.StageChanged;
import org.probatum.decision.material.FollowUp;
import org.probatum.decision.material.Risk;
import org.probatum.people.People;
import org.probatum.people.Person;

/** Publication starts what was promised for afterwards; an acceptance starts the wait for its end. */
@ApplicationScoped
class StartFollowUps {
    /** After the register, before anybody asks whether the gate passes, and before the inbox. */
    private static final int BEFORE_THE_GATE = Interceptor.Priority.APPLICATION - 500;

    private final FollowUps followUps;
    private final Acceptances acceptances;
    private final RiskCrossings crossings;
    private final People people;

    StartFollowUps(FollowUps followUps, Acceptances acceptances, RiskCrossings crossings, People people) {
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
                            FollowUpRow.Kind.ACCEPTANCE,
                            accepted.risk(),
                            "Acceptance of risk " + accepted.risk() + (risk.title() == null ? "" : ", " + risk.title()),
                            lastAcceptedBy(decision, accepted.risk()),
                            accepted.expires()));
        }
    }

    private void start(Decision decision) {
        List<FollowUp> promised = decision.material().followUps();
        List<Risk> risks = decision.material().risks();
        Map<String, Long> ids = ids(decision);
        for (int i = 0; i < promised.size(); i++) {
            FollowUp one = promised.get(i);
            if (one.due() != null) {
                followUps.start(
                        decision,
                        FollowUpRow.Kind.FOLLOW_UP,
                        "follow-up-" + (i + 1),
                        one.action() == null ? "Follow-up " + (i + 1) : one.action(),
                        one.accountable() == null ? null : ids.get(one.accountable()),
                        one.due());
            }
        }
        for (Risk risk : risks) {
            if (risk.due() != null && risk.verification() != null) {
                followUps.start(
                        decision,
                        FollowUpRow.Kind.RISK_VERIFICATION,
                        String.valueOf(risk.id()),
                        "Risk " + risk.id() + ": " + risk.verification(),
                        risk.owner() == null ? null : ids.get(risk.owner()),
                        risk.due());
            }
        }
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
