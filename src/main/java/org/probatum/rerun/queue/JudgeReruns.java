package org.probatum.rerun.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.probatum.decision.Decision;
import org.probatum.decision.Journal;
import org.probatum.decision.RerunEvent;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.rerun.RunVerdict;
import org.probatum.rerun.Verdicts;
import org.probatum.rerun.verdict.Attempt;
import org.probatum.rerun.verdict.DecisiveRuns;
import org.probatum.rerun.verdict.Ending;
import org.probatum.rerun.verdict.Judge;
import org.probatum.rerun.verdict.Judgement;

/** Judges what was run again of a decision, when nothing of it is left to wait for: all at once, since seeds are judged together. */
@ApplicationScoped
class JudgeReruns {
    private final Reruns reruns;
    private final Runs runs;
    private final Verdicts verdicts;
    private final Journal journal;
    private final Event<RerunsJudged> listeners;
    private final Clock clock;

    JudgeReruns(
            Reruns reruns, Runs runs, Verdicts verdicts, Journal journal, Event<RerunsJudged> listeners, Clock clock) {
        this.reruns = reruns;
        this.runs = runs;
        this.verdicts = verdicts;
        this.journal = journal;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Keeps a verdict of each run whose newest rerun has none; earlier verdicts stay beside it. */
    void judge(Decision decision) {
        Map<Long, Rerun> newest = reruns.newest(decision.id());
        Set<Long> judged = verdicts.history(decision.id()).stream()
                .map(RunVerdict::rerun)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Run> attached = runs.of(decision.id());
        Map<Long, Ending> endings = Reruns.endings(newest);
        DecisiveRuns decisive = DecisiveRuns.of(decision.material(), attached);
        Map<Long, Judgement> found = new LinkedHashMap<>(decisive.judge(endings));
        Map<Long, Run> byId = attached.stream().collect(Collectors.toMap(Run::id, run -> run));
        newest.forEach((run, rerun) -> {
            if (judged.contains(rerun.id())) {
                return;
            }
            Run of = Objects.requireNonNull(byId.get(run));
            Ending ending = Objects.requireNonNull(rerun.ending());
            Judgement judgement = Objects.requireNonNullElseGet(found.get(run), () -> alone(of, ending));
            verdicts.keep(decision.id(), of, rerun.id(), judgement, measured(ending), clock.instant());
            journal.record(
                    decision,
                    new RerunEvent.RunJudged(
                            judgement.reference(), judgement.verdict().name(), judgement.because()));
        });
        listeners.fire(new RerunsJudged(decision));
    }

    /** A run that decides nothing is judged by its files and by every metric that it recorded. */
    private static Judgement alone(Run run, Ending ending) {
        return Objects.requireNonNull(
                Judge.judge(List.of(), List.of(Attempt.of(run, ending))).get(run.id()));
    }

    private static Map<String, BigDecimal> measured(Ending ending) {
        return ending instanceof Ending.Finished finished ? finished.outcome().metrics() : Map.of();
    }
}
