package org.probatum.rerun.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.comparison.Sought;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;
import org.probatum.rerun.Outcome;
import org.probatum.rerun.Verdict;

/**
 * Judges the reruns of one option's runs.
 *
 * <p>What is the run's doing fails it: inputs that are gone or not what they were, a command that fails where the recorded one
 * ended with 0, a decisive metric that it does not measure again, a value that lies outside. What is the machine's doing, or
 * whoever cancelled it, says nothing of the run.
 */
public final class Judge {
    private final List<Attempt> group;
    private final List<@Nullable Remeasured> remeasured = new ArrayList<>();
    private final List<Weighing> weighings = new ArrayList<>();

    private Judge(List<Criterion> criteria, List<Attempt> group) {
        this.group = group;
        List<Manifest> manifests = group.stream().map(Attempt::manifest).toList();
        List<List<Optional<Metric>>> sought =
                criteria.stream().map(one -> Sought.in(manifests, one)).toList();
        for (int i = 0; i < group.size(); i++) {
            int run = i;
            List<Metric> decisive =
                    sought.stream().flatMap(one -> one.get(run).stream()).toList();
            remeasured.add(
                    group.get(i).ending() instanceof Ending.Finished finished
                            ? new Remeasured(
                                    group.get(i).manifest(), finished.outcome().metrics(), decisive)
                            : null);
        }
        for (int i = 0; i < criteria.size(); i++) {
            weighings.add(new Weighing(criteria.get(i), group, sought.get(i), remeasured));
        }
    }

    /**
     * What is said of each run that was run again, by its id.
     *
     * @param criteria those that decide
     * @param group every run that an option cites, run again or not
     */
    public static Map<Long, Judgement> judge(List<Criterion> criteria, List<Attempt> group) {
        Judge judge = new Judge(criteria, group);
        Map<Long, Judgement> judged = new LinkedHashMap<>();
        IntStream.range(0, group.size())
                .filter(run -> group.get(run).ending() != null)
                .forEach(run -> judged.put(group.get(run).run(), judge.judgement(run)));
        return judged;
    }

    private Judgement judgement(int run) {
        Attempt attempt = group.get(run);
        Ending ending = Objects.requireNonNull(attempt.ending());
        String reference = attempt.reference();
        if (ending instanceof Ending.Finished finished) {
            return finished(run, finished.outcome());
        }
        if (ending instanceof Ending.Refused refused) {
            return Judgement.of(
                    reference,
                    Verdict.NOT_REPRODUCED,
                    "It was not started: " + String.join(" ", refused.reasons()),
                    "Bring back what is missing, or attach a run that records it, and cite that.");
        }
        if (ending instanceof Ending.Failed failed) {
            return failed(attempt, failed);
        }
        Ending.Broken broken = (Ending.Broken) ending;
        return Judgement.of(reference, Verdict.INCONCLUSIVE, broken.words(), broken.remedy());
    }

    private Judgement finished(int run, Outcome outcome) {
        Attempt attempt = group.get(run);
        if (outcome.trouble() != null) {
            return Judgement.of(
                    attempt.reference(),
                    Verdict.INCONCLUSIVE,
                    "What it left cannot be read: " + outcome.trouble(),
                    "The command writes its metrics to metrics.json in its output folder, as an object of names and"
                            + " numbers. Mend that, or run it again if the folder was lost.");
        }
        Bits bits = Bits.of(attempt.manifest(), outcome, Objects.requireNonNull(remeasured.get(run)));
        return Judgement.of(
                attempt.reference(),
                bits,
                weighings.stream().flatMap(one -> one.of(run).stream()).toList());
    }

    private static Judgement failed(Attempt attempt, Ending.Failed failed) {
        int status = failed.exitStatus();
        String said = failed.words().isBlank() ? "" : " " + failed.words();
        Optional<String> machine = ExitStatus.ofTheMachine(status);
        if (machine.isPresent()) {
            return Judgement.of(
                    attempt.reference(),
                    Verdict.INCONCLUSIVE,
                    "It ended with status " + status + ": " + machine.get() + "." + said,
                    "Run it again on an executor that has what the run was recorded with, with limits that suffice.");
        }
        Integer recorded = attempt.manifest().invocation() == null
                ? null
                : attempt.manifest().invocation().exitStatus();
        if (recorded != null && recorded != 0) {
            return Judgement.of(
                    attempt.reference(),
                    Verdict.INCONCLUSIVE,
                    "It ended with status " + status + ", and was recorded with status " + recorded
                            + ": a run that fails shows nothing." + said,
                    "Attach a run that ended with status 0, and cite that.");
        }
        return Judgement.of(
                attempt.reference(),
                Verdict.NOT_REPRODUCED,
                "The command failed with status " + status + " where the recorded one ended with 0." + said,
                "Read the log of the rerun. " + Findings.REPAIR);
    }
}
