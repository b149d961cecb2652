package org.probatum.evidence.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.probatum.decision.Decision;
import org.probatum.evidence.Runs;

/** Reads what a decision rests on: four statements, whatever number of runs it has. */
@ApplicationScoped
public class Lineage {
    private final Runs runs;
    private final Sources sources;
    private final Recalls recalls;
    private final Disturbances disturbances;

    Lineage(Runs runs, Sources sources, Recalls recalls, Disturbances disturbances) {
        this.runs = runs;
        this.sources = sources;
        this.recalls = recalls;
        this.disturbances = disturbances;
    }

    /** A run by what the graph shows of it. */
    record Named(long id, String name, String reference, String digest) {}

    /** The graph of a decision, with those groups opened. */
    public Graph of(Decision decision, Predicate<String> opened) {
        List<Source> resting = sources.of(decision.id());
        List<Named> attached = runs.getEntityManager()
                .createQuery(
                        "select r.id, r.name, coalesce(r.reference, concat('inline:', r.name)), r.digest from Run r where r.decisionId = ?1 order by r.name",
                        Object[].class)
                .setParameter(1, decision.id())
                .getResultStream()
                .map(row -> new Named((Long) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
        Map<String, Subject> subjects = new LinkedHashMap<>();
        resting.forEach(source ->
                subjects.put(source.subject().kind() + source.subject().value(), source.subject()));
        attached.forEach(
                run -> subjects.put("RUN" + run.digest(), new Subject(SourceKind.RUN, run.digest(), run.name())));
        return new GraphBuilder(
                        decision, attached, resting, recalls.of(subjects.values()), disturbances.of(decision), opened)
                .build();
    }
}
