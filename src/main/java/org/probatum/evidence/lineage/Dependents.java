package org.probatum.evidence.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Stage;
import org.probatum.decision.Validity;
import org.probatum.people.Actor;

/**
 * Which decisions rest on one thing, newest first, as far as somebody sees them: those of their teams and what is published.
 * One look at the index a decision, however many runs there are.
 */
@ApplicationScoped
public class Dependents {
    /** How far the counts by stage go. */
    public static final int COUNTED = 1_000;

    private static final int NAMED = 5;

    /** A decision that rests on it, and how. */
    public record Dependent(
            long id,
            String key,
            String title,
            Stage stage,
            Validity validity,
            String team,
            List<String> runs,
            int runCount,
            List<String> ways) {}

    /** A page of them, and the place after which the next begins; null at the end. */
    public record Page(List<Dependent> items, @Nullable Long next) {}

    private static final String RESTING = """
            with recursive resting as (
                (select s.decision_id from run_source s where s.value = :value and s.kind = :kind and s.decision_id < :below
                 order by s.decision_id desc limit 1)
                union all
                select n.decision_id from resting r cross join lateral
                    (select s.decision_id from run_source s where s.value = :value and s.kind = :kind
                     and s.decision_id < r.decision_id order by s.decision_id desc limit 1) n)
            """;

    private static final String SEEN = """
            cross join lateral (select x.id, x.key, x.title, x.stage, x.validity, x.team_id from decision x
                where x.id = r.decision_id limit 1) d
            where (:everything or d.team_id = any (:teams) or d.stage = 'PUBLISHED')
            """;

    private static final String PAGE = RESTING + """
            select f.id, f.key, f.title, f.stage, f.validity, t.name,
                (select count(*) from run_source s where s.value = :value and s.kind = :kind and s.decision_id = f.id),
                array(select coalesce(u.reference, 'inline:' || u.name) from (select s.run_id from run_source s where s.value = :value and s.kind = :kind
                    and s.decision_id = f.id order by s.run_id limit %d) w join run u on u.id = w.run_id order by u.id)
            from (select d.* from resting r %s and (:stage = '' or d.stage = :stage) limit :most) f
            join team t on t.id = f.team_id order by f.id desc
            """.formatted(NAMED, SEEN);

    private static final String COUNTS = RESTING + """
            select f.stage, count(*) from (select d.stage from resting r %s limit %d) f group by f.stage
            """.formatted(SEEN, COUNTED);

    private final EntityManager database;
    private final Decisions decisions;

    Dependents(EntityManager database, Decisions decisions) {
        this.database = database;
        this.decisions = decisions;
    }

    /** A page of them below an id; of one stage when that is named. */
    @SuppressWarnings("unchecked")
    public Page page(Actor actor, Subject subject, @Nullable Stage stage, long below, int limit) {
        List<Object[]> rows = bound(PAGE, actor, subject, below)
                .setParameter("stage", stage == null ? "" : stage.name())
                .setParameter("most", limit + 1)
                .getResultList();
        List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
        Map<Long, Citations> cited = cited(shown);
        List<Dependent> items = shown.stream().map(row -> dependent(row, cited)).toList();
        return new Page(items, rows.size() > limit ? items.get(items.size() - 1).id() : null);
    }

    /** How many there are at each stage; of the newest {@value #COUNTED}. */
    @SuppressWarnings("unchecked")
    public Map<Stage, Integer> counts(Actor actor, Subject subject) {
        List<Object[]> rows = bound(COUNTS, actor, subject, Long.MAX_VALUE).getResultList();
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        rows.forEach(row -> counts.put(Stage.valueOf((String) row[0]), ((Number) row[1]).intValue()));
        return counts;
    }

    private jakarta.persistence.Query bound(String sql, Actor actor, Subject subject, long below) {
        return database.createNativeQuery(sql)
                .setParameter("value", subject.value())
                .setParameter("kind", subject.kind().name())
                .setParameter("below", below)
                .setParameter("everything", actor.seesEverything())
                .setParameter("teams", actor.memberships().keySet().toArray(Long[]::new));
    }

    /** What each of the decisions cites: their material is read for those that are shown alone. */
    private Map<Long, Citations> cited(List<Object[]> rows) {
        List<Long> ids = rows.stream().map(row -> ((Number) row[0]).longValue()).toList();
        return ids.isEmpty()
                ? Map.of()
                : decisions.list("from Decision d join fetch d.team where d.id in ?1", ids).stream()
                        .collect(Collectors.toMap(Decision::id, decision -> Citations.of(decision.material())));
    }

    private static Dependent dependent(Object[] row, Map<Long, Citations> cited) {
        long id = ((Number) row[0]).longValue();
        List<String> references = List.of((String[]) row[7]);
        Citations citations = cited.get(id);
        List<String> ways = citations == null
                ? List.of()
                : references.stream()
                        .flatMap(run -> citations.ways(run).stream())
                        .distinct()
                        .toList();
        return new Dependent(
                id,
                (String) row[1],
                (String) row[2],
                Stage.valueOf((String) row[3]),
                Validity.valueOf((String) row[4]),
                (String) row[5],
                references.stream()
                        .map(run -> run.startsWith("inline:") ? run.substring("inline:".length()) : run)
                        .toList(),
                ((Number) row[6]).intValue(),
                ways);
    }
}
