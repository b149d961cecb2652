package org.probatum.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Policy;
import org.probatum.decision.Stage;
import org.probatum.decision.deviation.CriteriaHistory;
import org.probatum.decision.deviation.Deviations;
import org.probatum.decision.material.Material;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.comparison.FiledComparison;
import org.probatum.evidence.comparison.FiledComparisons;
import org.probatum.evidence.lineage.Disturbances;
import org.probatum.evidence.lineage.Disturbances.Disturbance;
import org.probatum.people.Team;
import org.probatum.rerun.RerunDuty;
import org.probatum.rerun.RunVerdict;
import org.probatum.rerun.Verdicts;
import org.probatum.risk.Acceptance;
import org.probatum.risk.Acceptances;
import org.probatum.risk.Appetites;
import org.probatum.risk.Ratings;

/** A decision laid before a gate, with what is on file about it. What no requirement asks for is not read. */
public final class Case {
    /** Reruns are for the verification gate. */
    private static final Set<Stage> EARLY = EnumSet.of(Stage.INTAKE, Stage.SCOPING, Stage.OPTIONS, Stage.TRADE_OFFS);

    private final Decision decision;
    private final Files files;
    private final Instant now;
    private final LocalDate today;
    private @Nullable List<Run> runs;
    private @Nullable Comparisons comparisons;
    private @Nullable List<Disturbance> disturbances;
    private @Nullable List<Acceptance> acceptances;
    private @Nullable List<Waivers.Signed> waivers;
    private @Nullable CriteriaHistory criteria;
    private @Nullable List<RunVerdict> verdicts;
    private @Nullable List<Decisions.Named> superseded;

    /** Where the files are kept. */
    record Files(
            Decisions decisions,
            Runs runs,
            FiledComparisons comparisons,
            Disturbances disturbances,
            Acceptances acceptances,
            Appetites appetites,
            Policy policy,
            Ratings ratings,
            Waivers waivers,
            Deviations deviations,
            Verdicts verdicts,
            RerunDuty reruns) {}

    Case(Decision decision, Files files, Instant now) {
        this.decision = decision;
        this.files = files;
        this.now = now;
        this.today = LocalDate.ofInstant(now, decision.team().zone());
    }

    public Decision decision() {
        return decision;
    }

    public Material material() {
        return decision.material();
    }

    /** When it is laid open. */
    public Instant now() {
        return now;
    }

    /** The day it is where the team works: acceptances hold to the end of their last day there. */
    public LocalDate today() {
        return today;
    }

    public Policy policy() {
        return files.policy();
    }

    public Ratings ratings() {
        return files.ratings();
    }

    /** The runs attached. */
    public List<Run> runs() {
        if (runs == null) {
            runs = files.runs().of(decision.id());
        }
        return runs;
    }

    /** The options compared on every criterion, and what is on record about that; where there is no run, nothing can be. */
    public Comparisons comparisons() {
        if (comparisons == null) {
            List<FiledComparison> filed =
                    runs().isEmpty() ? List.of() : files.comparisons().of(decision.id());
            comparisons = Comparisons.of(material(), runs(), filed);
        }
        return comparisons;
    }

    /** How the criteria came to be what they are. */
    public CriteriaHistory criteria() {
        if (criteria == null) {
            criteria = files.deviations().of(decision);
        }
        return criteria;
    }

    /** Decisive runs have to be reproduced. */
    public boolean requiresReruns() {
        return files.reruns().isBinding();
    }

    /** The newest verdict on each run; before runs are verified none can be there, and none is read where none is asked for. */
    public List<RunVerdict> verdicts() {
        if (verdicts == null) {
            verdicts = !requiresReruns() || EARLY.contains(decision.stage()) || runs().isEmpty()
                    ? List.of()
                    : files.verdicts().of(decision.id());
        }
        return verdicts;
    }

    /** What became of the decisions whose place it takes. */
    public List<Decisions.Named> superseded() {
        if (superseded == null) {
            superseded = files.decisions()
                    .named(decision.teamId(), material().summary().superseded());
        }
        return superseded;
    }

    /** The logging plan that runs are held to. */
    public TrackingPlan plan() {
        return TrackingPlan.of(decision);
    }

    /** What stands of what disturbed the runs, whether they are cited or not. */
    public List<Disturbance> disturbances() {
        if (disturbances == null) {
            disturbances = files.disturbances().of(decision).stream()
                    .filter(Disturbance::stands)
                    .toList();
        }
        return disturbances;
    }

    /** The acceptances on record, expired ones too. */
    public List<Acceptance> acceptances() {
        if (acceptances == null) {
            acceptances = files.acceptances().of(decision.id());
        }
        return acceptances;
    }

    /** The waivers on record, expired ones too, newest first. */
    public List<Waivers.Signed> waivers() {
        if (waivers == null) {
            waivers = files.waivers().of(decision.id());
        }
        return waivers;
    }

    /** The waiver that lets a requirement, or one item of it, pass as it is found. */
    public Optional<Waivers.Signed> waiver(String requirement, @Nullable String item, String found) {
        return waivers().stream()
                .filter(signed -> signed.waiver().covers(decision, requirement, item, found, today))
                .findFirst();
    }

    /** The waiver of a whole requirement that was granted when this was among what it lacked. */
    Optional<Waivers.Signed> waiverOfAll(String requirement, String lack) {
        return waivers().stream()
                .filter(signed -> signed.waiver().coversLack(decision, requirement, lack, today))
                .findFirst();
    }

    public Team team() {
        return decision.team();
    }

    /** What teams bear of accepted risk, this decision's included. */
    public Appetites appetites() {
        return files.appetites();
    }
}
