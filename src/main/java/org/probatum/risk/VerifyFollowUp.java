package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.FollowUpEvent;
import org.probatum.decision.Journal;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** Says what became of a follow-up or of a risk's verification: only by the person who answers for it. */
@ApplicationScoped
public class VerifyFollowUp {
    /** How it went. */
    public enum Result {
        DONE,
        FAILED
    }

    /** What is said, and what shows it. */
    public record Verification(Result result, String note) {}

    private final Decisions decisions;
    private final FollowUps followUps;
    private final Escalations escalations;
    private final RaiseEscalation raise;
    private final EndEscalation end;
    private final Journal journal;

    VerifyFollowUp(
            Decisions decisions,
            FollowUps followUps,
            Escalations escalations,
            RaiseEscalation raise,
            EndEscalation end,
            Journal journal) {
        this.decisions = decisions;
        this.followUps = followUps;
        this.escalations = escalations;
        this.raise = raise;
        this.end = end;
        this.journal = journal;
    }

    @Transactional
    public Decision verify(Actor actor, String key, long id, Verification said) {
        Decision decision = decisions.locked(actor, key);
        if (!actor.belongsTo(decision.teamId())) {
            throw Problem.forbidden("accountable-verifies", "Only somebody of the decision's team answers for it.");
        }
        FollowUpRow row = followUps
                .findByIdOptional(id)
                .filter(one -> one.decisionId() == decision.id() && one.kind() != FollowUpRow.Kind.ACCEPTANCE)
                .orElseThrow(() -> Problem.notFound("follow-up " + id + " of " + key));
        followUps.getEntityManager().refresh(row);
        Long accountable = row.accountableId();
        if (accountable == null || accountable.longValue() != actor.id()) {
            String name = followUps.name(accountable);
            throw Problem.forbidden(
                    "accountable-verifies",
                    "Only the person who answers for it says what became of it: "
                            + (name == null ? "nobody, until the lead asks somebody" : name) + ".");
        }
        if (row.state() != FollowUpRow.State.OPEN) {
            throw Problem.conflict("follow-up-over", "It is over already: " + row.note());
        }
        boolean done = said.result() == Result.DONE;
        followUps.end(row, done ? FollowUpRow.State.DONE : FollowUpRow.State.FAILED, actor.id(), said.note());
        journal.record(
                decision,
                actor,
                new FollowUpEvent.FollowUpVerified(
                        row.id(), row.kind().name(), row.what(), said.result().name(), said.note()));
        escalations.open(decision).stream()
                .filter(one -> one.subject().equals(WatchFollowUps.subject(row)))
                .forEach(one -> end.close(decision, one, done ? "it is done" : "it was tried and failed"));
        if (!done) {
            raise.raise(decision, EscalationKind.FOLLOW_UP_FAILED, failed(row, said.note()));
        }
        decisions.flush();
        return decision;
    }

    private static Crossing failed(FollowUpRow row, String note) {
        return new Crossing(
                WatchFollowUps.subject(row),
                row.what(),
                "promised until " + row.dueOn(),
                "failed: " + note,
                1,
                "failures",
                EscalationLevel.LEAD,
                null);
    }
}
