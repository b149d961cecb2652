package org.probatum.gate;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probatum.decision.Decision;
import org.probatum.decision.Gate;
import org.probatum.decision.Policy;
import org.probatum.evidence.Runs;
import org.probatum.risk.Acceptances;
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
            Runs runs,
            Acceptances acceptances,
            Policy policy,
            Ratings ratings,
            StandingEscalations standing,
            Clock clock) {
        this.requirements = all.stream()
                .sorted(Comparator.comparingInt(r -> r.asks().order()))
                .collect(Collectors.groupingBy(r -> r.asks().gate()));
        this.files = new Case.Files(runs, acceptances, policy, ratings);
        this.standing = standing;
        this.clock = clock;
    }

    /** The report of a gate on a decision as it stands now. */
    public GateReport report(Decision decision, Gate gate) {
        return report(lay(decision), gate);
    }

    /** A decision laid open once, for several reports. */
    public Case lay(Decision decision) {
        return new Case(decision, files, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The report of a gate on a decision laid open. */
    public GateReport report(Case laid, Gate gate) {
        List<GateReport.Line> lines = requirements.getOrDefault(gate, List.of()).stream()
                .map(r -> new GateReport.Line(
                        r.asks().id(), r.asks().title(), r.asks().waivable(), r.judge(laid)))
                .toList();
        return new GateReport(gate, MaterialDigest.of(laid, gate), with(lines, standing.on(laid.decision())));
    }

    private static List<GateReport.Line> with(List<GateReport.Line> lines, List<GateReport.Line> more) {
        return Stream.concat(lines.stream(), more.stream()).toList();
    }
}
