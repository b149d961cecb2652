package org.probatum.rerun;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.Run;
import org.probatum.rerun.verdict.Judgement;
import org.probatum.rerun.verdict.Reckonable;
import org.probatum.shared.Json;

/** The verdicts on record. They are added to and never changed; of each run the newest counts. */
@ApplicationScoped
public class Verdicts {
    private static final String COLUMNS = """
            v.id, v.run_id, coalesce(r.reference, 'inline:' || r.name), v.manifest, v.rerun_id, cast(v.judgement as text),
            cast(v.metrics as text), v.judged_at from rerun_verdict v join run r on r.id = v.run_id
            where v.decision_id = :decision
            """;

    private final EntityManager database;

    Verdicts(EntityManager database) {
        this.database = database;
    }

    /** The newest of each run of a decision that was judged. */
    public List<RunVerdict> of(long decisionId) {
        return read("select distinct on (v.run_id) " + COLUMNS + " order by v.run_id, v.id desc", decisionId);
    }

    /** All of a decision, newest first: those that failed stay among them. */
    public List<RunVerdict> history(long decisionId) {
        return read("select " + COLUMNS + " order by v.id desc", decisionId);
    }

    /**
     * Puts what was said of a run on record, in the transaction of whoever judged it.
     *
     * @param rerun the id of what was judged, if it has one
     * @param metrics what was measured again; values beyond reckoning are left out
     */
    public void keep(
            long decisionId,
            Run run,
            @Nullable Long rerun,
            Judgement judgement,
            Map<String, BigDecimal> metrics,
            Instant at) {
        database.createNativeQuery("""
                        insert into rerun_verdict (decision_id, run_id, rerun_id, manifest, verdict, judgement, metrics, judged_at)
                        values (:decision, :run, cast(nullif(:rerun, -1) as bigint), :manifest, :verdict,
                                cast(:judgement as jsonb), cast(:metrics as jsonb), :at)
                        """)
                .setParameter("decision", decisionId)
                .setParameter("run", run.id())
                .setParameter("rerun", Optional.ofNullable(rerun).orElse(-1L))
                .setParameter("manifest", run.digest())
                .setParameter("verdict", judgement.verdict().name())
                .setParameter("judgement", Json.write(judgement))
                .setParameter("metrics", Json.write(Reckonable.only(metrics)))
                .setParameter("at", at)
                .executeUpdate();
    }

    private List<RunVerdict> read(String sql, long decisionId) {
        List<?> rows = database.createNativeQuery(sql)
                .setParameter("decision", decisionId)
                .getResultList();
        return rows.stream().map(row -> verdict((Object[]) row)).toList();
    }

    private static RunVerdict verdict(Object[] cells) {
        Judgement judgement = Json.read((String) cells[5], Judgement.class);
        return new RunVerdict(
                ((Number) cells[0]).longValue(),
                ((Number) cells[1]).longValue(),
                (String) cells[2],
                (String) cells[3],
                cells[4] == null ? null : ((Number) cells[4]).longValue(),
                judgement.verdict(),
                judgement,
                metrics((String) cells[6]),
                (Instant) cells[7]);
    }

    private static Map<String, BigDecimal> metrics(String json) {
        Map<String, BigDecimal> metrics = new LinkedHashMap<>();
        Json.read(json, JsonNode.class)
                .fields()
                .forEachRemaining(
                        entry -> metrics.put(entry.getKey(), entry.getValue().decimalValue()));
        return metrics;
    }
}
