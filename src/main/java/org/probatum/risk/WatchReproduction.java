package org.probatum.risk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.Journal;
import org.probatum.decision.RerunEvent;

/** A decision that is stopped because a run was not reproduced escalates, until it is taken up again with other evidence. */
@ApplicationScoped
class WatchReproduction {
    static final String SUBJECT = "evidence/not-reproduced";

    private final Escalations escalations;
    private final RaiseEscalation raise;
    private final EndEscalation end;

    WatchReproduction(Escalations escalations, RaiseEscalation raise, EndEscalation end) {
        this.escalations = escalations;
        this.raise = raise;
        this.end = end;
    }

    void happened(@Observes @Priority(Interceptor.Priority.APPLICATION - 500) Journal.Recorded recorded) {
        Decision decision = recorded.decision();
        if (recorded.event() instanceof RerunEvent.VerificationStopped stopped) {
            if (escalations
                    .open(decision, EscalationKind.NOT_REPRODUCED, SUBJECT)
                    .isEmpty()) {
                raise.raise(decision, EscalationKind.NOT_REPRODUCED, crossing(stopped.runs()));
            }
        } else if (recorded.event() instanceof RerunEvent.VerificationResumed) {
            escalations
                    .open(decision, EscalationKind.NOT_REPRODUCED, SUBJECT)
                    .ifPresent(one -> end.close(decision, one, "it goes on with other evidence"));
        }
    }

    private static Crossing crossing(List<String> runs) {
        return new Crossing(
                SUBJECT,
                "A decisive run is not reproduced",
                "every decisive run is reproduced when it is run again",
                "not reproduced: " + String.join(", ", runs),
                runs.size(),
                "runs",
                EscalationLevel.RISK_OWNER,
                null);
    }
}
