package org.probatum.rerun.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.decision.Part;
import org.probatum.decision.RerunEvent;
import org.probatum.decision.ReviseMaterial;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.people.Actor;
import org.probatum.rerun.RunVerdict;
import org.probatum.rerun.Verdicts;
import org.probatum.rerun.executor.RerunSettings;
import org.probatum.rerun.executor.RerunTerms;
import org.probatum.rerun.verdict.DecisiveRuns;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Has runs run again: those that somebody names, or every decisive run that is not reproduced yet. */
@ApplicationScoped
public class OrderReruns {
    private final Decisions decisions;
    private final Runs runs;
    private final Reruns reruns;
    private final Verdicts verdicts;
    private final RerunSettings settings;
    private final Journal journal;
    private final Event<Ordered> listeners;
    private final Clock clock;

    OrderReruns(
            Decisions decisions,
            Runs runs,
            Reruns reruns,
            Verdicts verdicts,
            RerunSettings settings,
            Journal journal,
            Event<Ordered> listeners,
            Clock clock) {
        this.decisions = decisions;
        this.runs = runs;
        this.reruns = reruns;
        this.verdicts = verdicts;
        this.settings = settings;
        this.journal = journal;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Which runs: those named by their references, or every decisive run that is not reproduced yet. */
    public record Wish(
            @Nullable List<String> runs, @Nullable Boolean unproven) {}

    /** There is something to do. */
    record Ordered(long decision) {}

    /** The reruns that were ordered. */
    @Transactional
    public List<Rerun> order(Actor actor, String key, Wish wish) {
        List<String> references = Objects.requireNonNullElse(wish.runs(), List.of());
        boolean all = Boolean.TRUE.equals(wish.unproven());
        if (references.isEmpty() != all) {
            throw Problem.invalid(
                    List.of(
                            Violation.at(
                                    "/runs",
                                    "it has to be told which runs",
                                    "either runs by their references, or unproven: true for every decisive run that is not reproduced")));
        }
        Decision decision = decisions.locked(actor, key);
        ReviseMaterial.requireOpen(actor, decision, Part.RUNS);
        List<Run> attached = runs.of(decision.id());
        List<Run> wanted = all ? unproven(decision, attached) : named(references, attached);
        Set<Long> open = reruns.open(decision.id()).stream().map(Rerun::runId).collect(Collectors.toSet());
        List<Run> fresh =
                wanted.stream().filter(run -> !open.contains(run.id())).toList();
        if (fresh.isEmpty()) {
            throw Problem.conflict(
                    "nothing-to-rerun",
                    wanted.isEmpty()
                            ? "No decisive run of " + key
                                    + " is left to be run again: each is reproduced, or none is cited."
                            : "Each of these runs is being run again already.");
        }
        return ordered(decision, actor, fresh);
    }

    /** Orders what a decision handed in for verification still lacks; what is under way counts. How many are then open. */
    public int orderMissing(Decision decision) {
        Set<Long> open = reruns.open(decision.id()).stream().map(Rerun::runId).collect(Collectors.toSet());
        List<Run> fresh = unproven(decision, runs.of(decision.id())).stream()
                .filter(run -> !open.contains(run.id()))
                .toList();
        if (!fresh.isEmpty()) {
            ordered(decision, null, fresh);
        }
        return open.size() + fresh.size();
    }

    private List<Rerun> ordered(Decision decision, @Nullable Actor actor, List<Run> wanted) {
        RerunTerms setting = settings.of(decision.teamId());
        List<Rerun> ordered = wanted.stream()
                .map(run -> new Rerun(
                        decision,
                        run,
                        actor == null ? null : actor.id(),
                        clock.instant(),
                        setting.executor(),
                        setting.queue(),
                        setting.limits()))
                .toList();
        reruns.persist(ordered);
        RerunEvent.RerunsOrdered event =
                new RerunEvent.RerunsOrdered(wanted.stream().map(Run::reference).toList(), setting.executor());
        if (actor == null) {
            journal.record(decision, event);
        } else {
            journal.record(decision, actor, event);
        }
        listeners.fire(new Ordered(decision.id()));
        return ordered;
    }

    private List<Run> unproven(Decision decision, List<Run> attached) {
        Set<Long> proven = verdicts.of(decision.id()).stream()
                .filter(one -> one.verdict().passes())
                .map(RunVerdict::run)
                .collect(Collectors.toSet());
        return DecisiveRuns.of(decision.material(), attached).runs().stream()
                .filter(run -> !proven.contains(run.id()))
                .toList();
    }

    private static List<Run> named(List<String> references, List<Run> attached) {
        List<Run> found = new ArrayList<>();
        List<Violation> unknown = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            String reference = references.get(i);
            int at = i;
            attached.stream()
                    .filter(run ->
                            run.reference().equals(reference) || run.name().equals(reference))
                    .findFirst()
                    .ifPresentOrElse(
                            found::add,
                            () -> unknown.add(Violation.at(
                                    "/runs/" + at,
                                    "no run is attached as \"" + reference + "\"",
                                    "a run of the decision, such as inline:<name>")));
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
        return found.stream().distinct().toList();
    }
}
