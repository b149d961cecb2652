package org.probatum.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.evidence.history.Histories;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.Person;
import org.probatum.shared.Problem;

/**
 * Attaches a run to a decision by its manifest, and says at once what would keep it from being re-run. Whoever attaches
 * or produced evidence has a hand in the decision and reviews none of it.
 */
@ApplicationScoped
public class AttachRun {
    /** At most so many runs a decision: a thousand of a search, imported whole, and as many corrected ones. */
    public static final int LIMIT = 2000;

    /** What came of it. */
    public record Attached(Decision decision, Run run, Completeness completeness) {}

    private final Decisions decisions;
    private final Runs runs;
    private final People people;
    private final Histories histories;
    private final Journal journal;
    private final Clock clock;

    AttachRun(Decisions decisions, Runs runs, People people, Histories histories, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.runs = runs;
        this.people = people;
        this.histories = histories;
        this.journal = journal;
        this.clock = clock;
    }

    /** A run by its manifest, cited by its name. */
    @Transactional
    public Attached attach(Actor actor, String key, Manifest manifest) {
        return attach(actor, key, manifest, null, Series.of(manifest));
    }

    /** A run that is elsewhere too and cited by where it is there; null for by its name. */
    @Transactional
    public Attached attach(
            Actor actor, String key, Manifest manifest, @Nullable String reference, List<Series> measured) {
        Decision decision = decisions.locked(actor, key);
        ReviseMaterial.requireOpen(actor, decision, Part.RUNS);
        if (runs.count("decisionId", decision.id()) >= LIMIT) {
            throw Problem.conflict("too-many-runs", key + " has " + LIMIT + " runs, the most a decision takes.");
        }
        if (runs.count("decisionId = ?1 and name = ?2", decision.id(), manifest.name()) > 0) {
            throw Problem.conflict(
                    "run-exists",
                    key + " has a run called \"" + manifest.name()
                            + "\" and a run is never changed: attach a corrected one under another name.");
        }
        Run run = new Run(decision.id(), manifest, reference, actor.id(), clock.instant());
        runs.persist(run);
        decision.workedOnBy(actor);
        producer(manifest).ifPresent(person -> decision.producedBy(person.id(), person.username()));
        journal.record(decision, actor, new DecisionEvent.RunAttached(run.name(), run.digest()));
        runs.flush();
        histories.keep(measured.stream().map(series -> series.of(run)).toList());
        return new Attached(decision, run, Completeness.of(manifest));
    }

    /** Who started the run, when the manifest names somebody known here: they produced what is to be judged. */
    private Optional<Person> producer(Manifest manifest) {
        return Optional.ofNullable(manifest.invocation())
                .map(Invocation::who)
                .map(String::strip)
                .flatMap(people::byUsername);
    }
}
