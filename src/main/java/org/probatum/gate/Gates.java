package org.probatum.gate;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probatum.decision.Binding;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Policy;
import org.probatum.decision.deviation.Deviations;
import org.probatum.evidence.Runs;
import org.probatum.evidence.comparison.FiledComparisons;
import org.probatum.evidence.lineage.Disturbances;
import org.probatum.rerun.RerunDuty;
import org.probatum.rerun.Verdicts;
import org.probatum.risk.Acceptances;
import org.probatum.risk.Appetites;
import org.probatum.risk.Ratings;

/** The one place that judges gates: pages, the API and the votes all ask here. */
@ApplicationScoped
public class Gates {
    private final Map<Gate, List<Requirement>> requirements;
    private final Case.Files files;
    private final StandingEscalations standing;
    private final Clock clock;

    Gates(
            @All List<Requirement> all,
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
            RerunDuty reruns,
            StandingEscalations standing,
            Clock clock) {
        this.requirements = all.stream()
                .sorted(Comparator.comparingInt(r -> r.asks().order()))
                .collect(Collectors.groupingBy(r -> r.asks().gate()));
        this.files = new Case.Files(
                decisions,
                runs,
                comparisons,
                disturbances,
                acceptances,
                appetites,
                policy,
                ratings,
                waivers,
                deviations,
                verdicts,
                reruns);
        this.standing = standing;
        this.clock = clock;
    }

    /** The report of a gate on a decision as it stands now. */
    public GateReport report(Decision decision, Gate gate) {
        return report(lay(decision), gate);
    }

    /** A decision laid open once, for several reports. */
    public Case lay(Decision decision) {
        return new Case(decision, files, clock.instant());
    }

    /** The report of a gate on a decision laid open. */
    public GateReport report(Case laid, Gate gate) {
        Bindings bindings = Bindings.of(laid);
        List<GateReport.Line> lines = requirements.getOrDefault(gate, List.of()).stream()
                .map(r -> line(r, bindings, laid))
                .toList();
        return new GateReport(
                gate,
                MaterialDigest.of(laid, gate),
                with(lines, standing.on(laid.decision(), gate)),
                bindings.judgement());
    }

    private static List<GateReport.Line> with(List<GateReport.Line> lines, List<GateReport.Line> more) {
        return Stream.concat(lines.stream(), more.stream()).toList();
    }

    /** Everything that gates ask, in their order. */
    public List<Requirement.Question> questions() {
        return Arrays.stream(Gate.values())
                .flatMap(gate -> requirements.getOrDefault(gate, List.of()).stream())
                .map(Requirement::asks)
                .toList();
    }

    private static GateReport.Line line(Requirement requirement, Bindings bindings, Case laid) {
        Binding binding = bindings.of(requirement.asks());
        Finding finding = binding == Binding.OFF
                ? new Finding.NotApplicable("Off by policy: " + bindings.words() + " does not ask it.")
                : judge(requirement, laid);
        return new GateReport.Line(requirement.asks(), binding, finding);
    }

    /** What is found, or the waiver that lets it pass as it is found. */
    private static Finding judge(Requirement requirement, Case laid) {
        Finding finding = requirement.judge(laid);
        Requirement.Question asked = requirement.asks();
        if (finding.passes() || !asked.waivable() || asked.itemized()) {
            return finding;
        }
        return laid.waiver(asked.id(), null, finding.because())
                .<Finding>map(waiver -> new Finding.Waived(waiver.words() + " (" + finding.because() + ")"))
                .orElse(finding);
    }
}
