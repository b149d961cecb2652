package org.probatum.risk;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.shared.Problem;

/** Promises a follow-up until another day, by the same person or another; one that failed is promised once more. */
@Singleton
class PromiseAnew {
    private final FollowUps followUps;

    PromiseAnew(FollowUps followUps) {
        this.followUps = followUps;
    }

    void until(Decision decision, Escalation escalation, LocalDate until, @Nullable Long person) {
        String id = escalation.subject().substring(escalation.subject().indexOf('/') + 1);
        FollowUpRow row =
                followUps.findByIdOptional(Long.valueOf(id)).orElseThrow(() -> Problem.notFound("follow-up " + id));
        if (row.state() == FollowUpRow.State.OPEN) {
            row.until(until, decision.team().calendar());
            if (person != null) {
                row.accountable(person);
            }
        } else {
            followUps.start(
                    decision,
                    new FollowUps.Promise(
                            row.kind(),
                            row.subject(),
                            row.what(),
                            person == null ? row.accountableId() : person,
                            until));
        }
    }
}
