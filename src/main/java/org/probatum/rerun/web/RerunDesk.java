package org.probatum.rerun.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.TeamRole;
import org.probatum.rerun.RunVerdict;
import org.probatum.rerun.Verdicts;
import org.probatum.rerun.queue.Rerun;
import org.probatum.rerun.queue.Reruns;
import org.probatum.rerun.verdict.DecisiveRuns;

/** Lays out what was run again of a decision, for a page or a program. */
@ApplicationScoped
class RerunDesk {
    private final Decisions decisions;
    private final Runs runs;
    private final Reruns reruns;
    private final Verdicts verdicts;
    private final People people;
    private final Clock clock;

    RerunDesk(Decisions decisions, Runs runs, Reruns reruns, Verdicts verdicts, People people, Clock clock) {
        this.decisions = decisions;
        this.runs = runs;
        this.reruns = reruns;
        this.verdicts = verdicts;
        this.people = people;
        this.clock = clock;
    }

    /** A run that decides, and the newest word on it. */
    record Decisive(String reference, @Nullable RunVerdict verdict) {
        public String look() {
            return verdict == null ? "na" : JudgementView.look(verdict.verdict());
        }

        public String words() {
            return verdict == null
                    ? "not run again yet"
                    : JudgementView.mark(verdict.verdict()) + " "
                            + verdict.verdict().words();
        }
    }

    /**
     * The whole table of a decision.
     *
     * @param closed why nobody orders any here, empty when the reader may
     */
    record Table(
            String key,
            String title,
            String stage,
            boolean rerunning,
            boolean stopped,
            String closed,
            List<Decisive> decisive,
            List<RerunLine> lines) {
        public boolean open() {
            return lines.stream().anyMatch(line -> !line.isOver());
        }

        public boolean anyUnproven() {
            return decisive.stream()
                    .anyMatch(one ->
                            one.verdict() == null || !one.verdict().verdict().passes());
        }
    }

    /** One rerun, with what was judged of it. */
    record Sheet(
            String key,
            String title,
            RerunLine line,
            String limits,
            boolean mayCancel,
            @Nullable JudgementView judged) {}

    public Table table(Actor actor, String key) {
        Decision decision = decisions.visible(actor, key);
        List<Run> attached = runs.of(decision.id());
        List<RunVerdict> history = verdicts.history(decision.id());
        Map<Long, RunVerdict> newest = new HashMap<>();
        history.forEach(one -> newest.putIfAbsent(one.run(), one));
        return new Table(
                decision.key(),
                decision.profile().title(),
                decision.stage().title(),
                decision.rerunning(),
                decision.stopped(),
                closed(actor, decision),
                DecisiveRuns.of(decision.material(), attached).runs().stream()
                        .map(run -> new Decisive(run.reference(), newest.get(run.id())))
                        .toList(),
                lines(decision, attached, history));
    }

    public Sheet sheet(Actor actor, String key, long id) {
        Decision decision = decisions.visible(actor, key);
        Rerun rerun = reruns.one(decision, id);
        RerunLine line = line(decision, rerun);
        return new Sheet(
                decision.key(),
                decision.profile().title(),
                line,
                RerunLine.words(rerun.limits()),
                !line.isOver() && actor.holds(TeamRole.MEMBER, decision.teamId()),
                verdicts.history(decision.id()).stream()
                        .filter(one -> Objects.equals(one.rerun(), id))
                        .findFirst()
                        .map(one -> JudgementView.of("rerun-" + id, one.judgement()))
                        .orElse(null));
    }

    /** One rerun in short. */
    RerunLine line(Decision decision, Rerun rerun) {
        return lines(decision, runs.of(decision.id()), verdicts.history(decision.id())).stream()
                .filter(line -> line.id() == rerun.id())
                .findFirst()
                .orElseThrow();
    }

    private List<RerunLine> lines(Decision decision, List<Run> attached, List<RunVerdict> history) {
        Map<Long, Run> byId = attached.stream().collect(Collectors.toMap(Run::id, run -> run));
        Map<Long, RunVerdict> byRerun = new HashMap<>();
        history.stream().filter(one -> one.rerun() != null).forEach(one -> byRerun.put(one.rerun(), one));
        List<Rerun> all = reruns.of(decision.id());
        Map<Long, String> names = people.names(
                all.stream().map(Rerun::orderedBy).filter(Objects::nonNull).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> RerunLine.of(
                        one,
                        Objects.requireNonNull(byId.get(one.runId())),
                        one.orderedBy() == null ? null : names.get(one.orderedBy()),
                        byRerun.get(one.id()),
                        clock.instant()))
                .toList();
    }

    private static String closed(Actor actor, Decision decision) {
        if (!actor.holds(TeamRole.MEMBER, decision.teamId())) {
            return "Members of " + decision.team().name() + " have runs run again.";
        }
        return Part.RUNS.openIn(decision.stage())
                ? ""
                : decision.key() + " is at " + decision.stage().title()
                        + ": runs could be run again until the Verification gate passed.";
    }
}
