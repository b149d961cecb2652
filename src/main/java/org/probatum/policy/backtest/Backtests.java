package org.probatum.policy.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/** The backtests: how far each has come, and what it found. */
@ApplicationScoped
public class Backtests {
    /**
     * A backtest as it stands.
     *
     * @param state RUNNING, DONE, FAILED, or INTERRUPTED when nobody has worked on it for a while
     * @param total how many decisions there are to judge
     * @param done how many have been judged
     * @param flips how many outcomes would flip
     * @param decisions how many decisions that is
     */
    public record Backtest(
            long id,
            String table,
            int candidate,
            int against,
            @Nullable String team,
            @Nullable Instant since,
            String asker,
            Instant askedAt,
            @Nullable Instant endedAt,
            String state,
            int total,
            int done,
            int flips,
            int decisions) {
        /** It is being worked on. */
        public boolean running() {
            return state.equals("RUNNING");
        }

        public boolean finished() {
            return state.equals("DONE");
        }

        /** How much is done, in whole percent. */
        public int percent() {
            return total == 0 ? 100 : (int) (100L * done / total);
        }
    }

    /** A flip as lists show it. */
    public record Line(
            int place,
            String key,
            String team,
            String kind,
            String subject,
            String was,
            String would,
            String consequence) {}

    private static final String SELECT = """
            select b.id, v.table_name, v.number, a.number, t.slug, b.since, p.name, b.asked_at, b.ended_at,
                case when b.state = 'RUNNING' and b.beat_at < now() - interval '30 seconds' then 'INTERRUPTED' else b.state end,
                b.total, b.done, b.flips, b.decisions
            from policy_backtest b join policy_version v on v.id = b.version_id join policy_version a on a.id = b.against_id
                join person p on p.id = b.asked_by left join team t on t.id = b.team_id
            """;
    private static final String LINES = """
            select f.place, d.key, t.slug, f.kind, f.subject, f.was, f.would, f.consequence
            from policy_flip f join decision d on d.id = f.decision_id join team t on t.id = d.team_id
            where f.backtest_id = ?1 and f.place > ?2 and (?3 or d.team_id = any(?4) or d.stage = 'PUBLISHED')
            order by f.place limit ?5
            """;

    private final EntityManager database;

    Backtests(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked")
    public Backtest of(long id) {
        List<Object[]> rows = database.createNativeQuery(SELECT + " where b.id = ?1")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(Backtests::backtest).findFirst().orElseThrow(() -> Problem.notFound("backtest " + id));
    }

    /** The newest backtests of a version. */
    @SuppressWarnings("unchecked")
    public List<Backtest> ofVersion(long versionId) {
        List<Object[]> rows = database.createNativeQuery(
                        SELECT + " where b.version_id = ?1 order by b.id desc limit 10")
                .setParameter(1, versionId)
                .getResultList();
        return rows.stream().map(Backtests::backtest).toList();
    }

    /** The flips after a place, in the order of the decisions, of decisions that the actor sees. */
    @SuppressWarnings("unchecked")
    public List<Line> flips(Actor actor, long id, int after, int limit) {
        List<Object[]> rows = database.createNativeQuery(LINES)
                .setParameter(1, id)
                .setParameter(2, after)
                .setParameter(3, actor.seesEverything())
                .setParameter(4, actor.memberships().keySet().toArray(Long[]::new))
                .setParameter(5, limit)
                .getResultList();
        return rows.stream().map(Backtests::line).toList();
    }

    /** Every flip, some at a time. */
    public void each(Actor actor, long id, Consumer<Line> told) {
        int after = 0;
        List<Line> some = flips(actor, id, after, 1_000);
        while (!some.isEmpty()) {
            some.forEach(told);
            after = some.get(some.size() - 1).place();
            some = flips(actor, id, after, 1_000);
        }
    }

    private static Line line(Object[] row) {
        return new Line(
                ((Number) row[0]).intValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7]);
    }

    private static Backtest backtest(Object[] row) {
        return new Backtest(
                ((Number) row[0]).longValue(),
                (String) row[1],
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue(),
                (String) row[4],
                (Instant) row[5],
                (String) row[6],
                (Instant) row[7],
                (Instant) row[8],
                (String) row[9],
                ((Number) row[10]).intValue(),
                ((Number) row[11]).intValue(),
                ((Number) row[12]).intValue(),
                ((Number) row[13]).intValue());
    }
}
