package org.probatum.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probatum.decision.Decisions;
import org.probatum.decision.material.Material;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.evidence.manifest.Artifact;
import org.probatum.rerun.Outcome;
import org.probatum.rerun.Verdicts;
import org.probatum.rerun.verdict.DecisiveRuns;
import org.probatum.rerun.verdict.Ending;
import org.probatum.rerun.verdict.Judgement;

/** Reruns as they come out, judged and put on record, without anything being run. */
@ApplicationScoped
public class Verdicting {
    private final Decisions decisions;
    private final Runs runs;
    private final Verdicts verdicts;
    private final TestClock clock;

    Verdicting(Decisions decisions, Runs runs, Verdicts verdicts, TestClock clock) {
        this.decisions = decisions;
        this.runs = runs;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** Every decisive run comes out as it was recorded. */
    public void reproduced(String key) {
        aucs(key, Map.of(), true);
    }

    /** Runs come out with these values of auc and with other files, the others as recorded. */
    public void measured(String key, Map<String, Double> aucs) {
        aucs(key, aucs, true);
    }

    /** These runs alone are run again. */
    public void only(String key, Map<String, Double> aucs) {
        aucs(key, aucs, false);
    }

    private void aucs(String key, Map<String, Double> aucs, boolean all) {
        ended(key, run -> {
            Double auc = aucs.get(run.name());
            if (auc == null && !all) {
                return null;
            }
            BigDecimal value = auc == null ? run.manifest().metrics().get(0).value() : BigDecimal.valueOf(auc);
            List<Artifact> left = auc == null ? run.manifest().artifacts() : List.of();
            return new Ending.Finished(new Outcome(Map.of("auc", value), left, null));
        });
    }

    /** Runs end so; those without an ending are not run again. */
    public void ended(String key, java.util.function.Function<Run, Ending> how) {
        long id = Long.parseLong(Database.value("select id from decision where key = '" + key + "'"));
        QuarkusTransaction.requiringNew().run(() -> {
            Material material = decisions.byId(id).material();
            DecisiveRuns decisive = DecisiveRuns.of(material, runs.of(id));
            Map<Long, Ending> endings = new LinkedHashMap<>();
            decisive.runs().forEach(run -> {
                Ending ending = how.apply(run);
                if (ending != null) {
                    endings.put(run.id(), ending);
                }
            });
            Map<Long, Judgement> judged = decisive.judge(endings);
            decisive.runs().stream().filter(run -> judged.containsKey(run.id())).forEach(run -> {
                Map<String, BigDecimal> metrics = endings.get(run.id()) instanceof Ending.Finished finished
                        ? finished.outcome().metrics()
                        : Map.of();
                verdicts.keep(id, run, null, judged.get(run.id()), metrics, clock.instant());
            });
        });
    }
}
