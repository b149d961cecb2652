package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** Moves a published decision between holding, being questioned, reaffirmed, revoked and superseded. Who may is asked by whoever calls. */
@ApplicationScoped
public class JudgeValidity {
    private final Journal journal;
    private final Clock clock;

    JudgeValidity(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Something gave way: from now on nobody should rely on it. A second cause is on record like the first.
     *
     * @param by null when the service itself found it
     */
    public void question(Decision decision, @Nullable Actor by, String cause, String reason) {
        requirePublished(decision);
        decision.judged(Validity.QUESTIONED, clock.instant());
        DecisionEvent event = new ValidityEvent.Questioned(cause, reason);
        if (by == null) {
            journal.record(decision, event);
        } else {
            journal.record(decision, by, event);
        }
    }

    /** It holds all the same. */
    public void reaffirm(Decision decision, Actor by, String reason) {
        requireQuestioned(decision);
        decision.judged(Validity.REAFFIRMED, clock.instant());
        journal.record(decision, by, new ValidityEvent.Reaffirmed(reason));
    }

    /** It holds no more. */
    public void revoke(Decision decision, Actor by, String reason) {
        requireQuestioned(decision);
        decision.judged(Validity.REVOKED, clock.instant());
        journal.record(decision, by, new ValidityEvent.Revoked(reason));
    }

    /** A later decision takes its place, whether it is questioned or not. */
    public void supersede(Decision decision, String by) {
        requirePublished(decision);
        decision.supersededBy(by, clock.instant());
        journal.record(decision, new ValidityEvent.Superseded(by));
    }

    private static void requirePublished(Decision decision) {
        if (decision.stage() != Stage.PUBLISHED) {
            throw Problem.conflict(
                    "not-published",
                    decision.key()
                            + " is not published: only what is published is questioned. At its gates it is reviewed.");
        }
        if (decision.validity().ended()) {
            String how = decision.validity().title().toLowerCase(Locale.ROOT);
            throw Problem.conflict("already-" + how, decision.key() + " is " + how + " already, and that is for good.");
        }
    }

    private static void requireQuestioned(Decision decision) {
        requirePublished(decision);
        if (decision.validity() != Validity.QUESTIONED) {
            throw Problem.conflict(
                    "not-questioned",
                    decision.key() + " is not questioned. Whoever doubts it questions it first, with a reason.");
        }
    }
}
