package org.probatum.rerun.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.verdict.Ending;
import org.probatum.shared.Json;

/**
 * Who works on which rerun. A claim raises the fence: whoever claimed before writes nothing any more, however late they
 * come. Time here is the database's, the same for all nodes.
 */
@ApplicationScoped
public class RerunQueue {
    /** So many are prepared before there is room, so that room does not wait for what is fetched. */
    private static final int AHEAD = 2;

    private static final String LEASE = "clock_timestamp() + interval '1 minute'";

    private final EntityManager database;
    private final Decisions decisions;
    private final JudgeReruns judgeReruns;
    private final String node;
    private final int here;
    private final int elsewhere;

    RerunQueue(
            EntityManager database,
            Decisions decisions,
            JudgeReruns judgeReruns,
            @ConfigProperty(name = "probatum.node", defaultValue = "${HOSTNAME:localhost}") String node,
            @ConfigProperty(name = "probatum.reruns.at-once", defaultValue = "2") int here,
            @ConfigProperty(name = "probatum.reruns.handed-on-at-once", defaultValue = "100") int elsewhere) {
        this.database = database;
        this.decisions = decisions;
        this.judgeReruns = judgeReruns;
        this.node = node;
        this.here = here;
        this.elsewhere = elsewhere;
    }

    /** A claim on a rerun: its number, and the fence that it was claimed with. */
    record Claim(long id, int fence) {}

    /** What is worked on, as it was when it was claimed. */
    record Task(
            Claim claim,
            long decision,
            long run,
            String name,
            String executor,
            @Nullable String queue,
            Limits limits,
            @Nullable Launch launch,
            @Nullable String handle,
            boolean cancelled) {}

    /**
     * Something to be done, and nobody else does it for a minute: first what was begun, then what waits, as far as there is
     * room or soon will be. What runs on a node itself is looked after by that node; ten minutes after its last sign of life by any other.
     */
    @Transactional
    public Optional<Task> claim() {
        lock();
        List<?> rows = database.createNativeQuery("""
                        with free as materialized (select w.id from rerun w left join (select executor, count(*) as those from rerun
                                where state in ('PREPARING', 'STARTED') and (node is null or node = ?1) group by executor) taken
                                on taken.executor = w.executor
                            where w.state <> 'OVER' and w.leased_until < clock_timestamp() and w.next_at <= clock_timestamp()
                            and (w.node is null or w.node = ?1 or w.leased_until < clock_timestamp() - interval '10 minutes'
                                and w.next_at < clock_timestamp() - interval '10 minutes')
                            and (w.state <> 'WAITING' or w.cancelled_by is not null or coalesce(taken.those, 0)
                                < case w.executor when 'local' then ?2 else ?3 end + ?4)
                            order by w.state = 'WAITING', w.next_at, w.id limit 1 for update of w skip locked)
                        update /* relay */ rerun r set fence = r.fence + 1, leased_until = clock_timestamp() + interval '1 minute',
                            state = case r.state when 'WAITING' then 'PREPARING' else r.state end,
                            node = case r.executor when 'local' then ?1 else null end
                        from free where r.id = free.id returning r.id""")
                .setParameter(1, node)
                .setParameter(2, here)
                .setParameter(3, elsewhere)
                .setParameter(4, AHEAD)
                .getResultList();
        return rows.stream().map(id -> task(database.find(Rerun.class, id))).findFirst();
    }

    private static Task task(Rerun it) {
        return new Task(
                new Claim(it.id(), it.fence()),
                it.decisionId(),
                it.runId(),
                it.name(),
                it.executor(),
                it.queue(),
                it.limits(),
                it.launch(),
                it.handle(),
                it.cancelledBy() != null);
    }

    /**
     * The caller still works on it; false when somebody else has taken it over since, or when it has just been put back:
     * a lease renewed then would be nobody's, and nobody would look at it until it ends.
     */
    @Transactional
    public boolean holds(Claim claim) {
        return held(claim, "leased_until = " + LEASE, " and leased_until > '-infinity'")
                        .executeUpdate()
                == 1;
    }

    /** It is about to be started, exactly so: written down before, so that whoever comes next finds it. */
    @Transactional
    public boolean prepared(Claim claim, Launch launch) {
        return held(claim, "launch = cast(?3 as jsonb), leased_until = " + LEASE)
                        .setParameter(3, Json.write(launch))
                        .executeUpdate()
                == 1;
    }

    /** There is room for it, and it has it from now on. */
    @Transactional
    public boolean takesSlot(Task task) {
        lock();
        return held(task.claim(), "state = 'STARTED', words = null", """
                         and (state = 'STARTED' or (select count(*) from rerun o where o.state = 'STARTED'
                            and o.executor = rerun.executor and (o.node is null or o.node = ?3)) < ?4)""")
                        .setParameter(3, node)
                        .setParameter(4, task.executor().equals("local") ? here : elsewhere)
                        .executeUpdate()
                == 1;
    }

    /** It is started, and found by the handle from now on. */
    @Transactional
    public boolean started(Claim claim, String handle) {
        return held(
                                claim,
                                "handle = ?3, leased_until = '-infinity',"
                                        + " started_at = coalesce(started_at, clock_timestamp()),"
                                        + " next_at = clock_timestamp() + interval '20 milliseconds'")
                        .setParameter(3, handle)
                        .executeUpdate()
                == 1;
    }

    /** Nothing more is to be done now; it is looked at again after a while. */
    @Transactional
    public void again(
            Claim claim, Duration after, @Nullable String words, @Nullable Instant started, @Nullable Double cpu) {
        held(
                        claim,
                        "words = cast(?3 as text), leased_until = '-infinity',"
                                + " started_at = coalesce(cast(?4 as timestamptz), started_at),"
                                + " cpu_seconds = coalesce(cast(?5 as float8), cpu_seconds),"
                                + " next_at = clock_timestamp() + cast(?6 as float8) * interval '1 millisecond'")
                .setParameter(3, words)
                .setParameter(4, started)
                .setParameter(5, cpu)
                .setParameter(6, (double) after.toMillis())
                .executeUpdate();
    }

    /** It is over. When it was the last of its decision, they are judged, in the same transaction: once, or not at all. */
    @Transactional
    public boolean over(
            Task task,
            Ending ending,
            @Nullable Instant started,
            @Nullable Instant ended,
            @Nullable Double cpu,
            @Nullable String log) {
        Decision decision = decisions.lockedById(task.decision());
        boolean ours = held(
                                task.claim(),
                                "state = 'OVER', ending = cast(?3 as jsonb), words = null, leased_until = '-infinity',"
                                        + " started_at = coalesce(cast(?4 as timestamptz), started_at),"
                                        + " ended_at = coalesce(cast(?5 as timestamptz), clock_timestamp()),"
                                        + " cpu_seconds = coalesce(cast(?6 as float8), cpu_seconds),"
                                        + " log_tail = cast(?7 as text)")
                        .setParameter(3, Json.write(ending))
                        .setParameter(4, started)
                        .setParameter(5, ended)
                        .setParameter(6, cpu)
                        .setParameter(7, log)
                        .executeUpdate()
                == 1;
        if (ours) {
            letNextIn(task.executor());
        }
        if (ours && open(task.decision()) == 0) {
            judgeReruns.judge(decision);
        }
        return ours;
    }

    /** Whatever is ready and waits for a slot tries now: one is free. What somebody works on tries by itself. */
    private void letNextIn(String executor) {
        database.createNativeQuery("""
                        with ready as materialized (select id from rerun
                            where state = 'PREPARING' and launch is not null and executor = ?1
                            and leased_until < clock_timestamp() order by id for update skip locked)
                        update rerun r set next_at = clock_timestamp() from ready
                        where r.id = ready.id""").setParameter(1, executor).executeUpdate();
    }

    private long open(long decision) {
        return ((Number) Objects.requireNonNull(database.createNativeQuery(
                                "select count(*) from rerun where decision_id = ?1 and state <> 'OVER'")
                        .setParameter(1, decision)
                        .getSingleResult()))
                .longValue();
    }

    /** Whoever counts slots counts alone. */
    private void lock() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('probatum reruns'))")
                .getSingleResult();
    }

    private Query held(Claim claim, String change) {
        return held(claim, change, "");
    }

    private Query held(Claim claim, String change, String and) {
        return database.createNativeQuery(
                        "update rerun set " + change + " where id = ?1 and fence = ?2 and state <> 'OVER'" + and)
                .setParameter(1, claim.id())
                .setParameter(2, claim.fence());
    }
}
