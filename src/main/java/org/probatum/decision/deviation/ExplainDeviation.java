package org.probatum.decision.deviation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** Says why criteria were changed after their seal: by whoever changed them, or the decision's author. */
@ApplicationScoped
public class ExplainDeviation {
    private final Decisions decisions;
    private final Deviations deviations;
    private final Journal journal;
    private final Clock clock;

    ExplainDeviation(Decisions decisions, Deviations deviations, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.deviations = deviations;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Decision explain(Actor actor, String key, int number, String text) {
        Decision decision = decisions.locked(actor, key);
        Deviate.requireOpen(actor, decision);
        Deviation deviation = deviations
                .of(decision.id())
                .deviation(number)
                .orElseThrow(() -> Problem.notFound("deviation " + number + " of " + key));
        if (actor.id() != decision.authorId() && !Objects.equals(deviation.byId(), actor.id())) {
            throw Problem.forbidden(
                    "own-deviation",
                    "Whoever changed the criteria explains it, or the decision's author; you did neither.");
        }
        Deviation.State state = deviation.state(decision.barred());
        if (state.settled()) {
            throw Problem.conflict(
                    "deviation-settled",
                    "Deviation " + number + " is " + state.words() + "; nothing is left to explain.");
        }
        record(actor, decision, deviation, text);
        return decision;
    }

    void record(Actor actor, Decision decision, Deviation deviation, String text) {
        deviations.add(new Explanation(decision.id(), deviation.number(), text, actor.id(), clock.instant()));
        journal.record(decision, actor, new DecisionEvent.DeviationExplained(deviation.number(), text));
        decisions.flush();
    }
}
