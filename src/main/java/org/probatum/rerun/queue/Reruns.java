package org.probatum.rerun.queue;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probatum.decision.Decision;
import org.probatum.rerun.verdict.Ending;
import org.probatum.shared.Problem;

/** What was run again, is being, or waits for it. */
@ApplicationScoped
public class Reruns implements PanacheRepository<Rerun> {
    /** A decision's reruns, newest first. */
    public List<Rerun> of(long decisionId) {
        return list("decisionId = ?1 order by id desc", decisionId);
    }

    /** One of a decision's reruns. */
    public Rerun one(Decision decision, long id) {
        return find("id = ?1 and decisionId = ?2", id, decision.id())
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("rerun " + id + " of " + decision.key()));
    }

    /** Those that are not over. */
    List<Rerun> open(long decisionId) {
        return list("decisionId = ?1 and state <> ?2 order by id", decisionId, Rerun.State.OVER);
    }

    /** How each run's newest rerun ended, by the run's id. */
    Map<Long, Rerun> newest(long decisionId) {
        Map<Long, Rerun> newest = new LinkedHashMap<>();
        list("decisionId = ?1 and state = ?2 order by id", decisionId, Rerun.State.OVER)
                .forEach(one -> newest.put(one.runId(), one));
        return newest;
    }

    /** The same as endings. */
    static Map<Long, Ending> endings(Map<Long, Rerun> newest) {
        Map<Long, Ending> endings = new LinkedHashMap<>();
        newest.forEach((run, rerun) -> endings.put(run, java.util.Objects.requireNonNull(rerun.ending())));
        return endings;
    }
}
