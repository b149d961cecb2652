package org.probatum.policy.backtest;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.probatum.gate.Gates;
import org.probatum.gate.Requirement;
import org.probatum.policy.CandidatePolicy;
import org.probatum.shared.Problem;

/**
 * Does the work of backtests, one at a time on a node, on a thread of the server's pool. Decisions are read by their ids some
 * at a time, and each batch commits with what it found and how far it came: a restart loses one batch at most.
 */
@Singleton
public class RunBacktest {
    private static final Logger LOG = Logger.getLogger(RunBacktest.class);
    private static final int AT_ONCE = 500;

    private final AgroalDataSource database;
    private final CandidatePolicy candidatePolicy;
    private final Gates gates;
    private final ExecutorService threads;
    private final AtomicBoolean busy = new AtomicBoolean();

    RunBacktest(AgroalDataSource database, CandidatePolicy candidatePolicy, Gates gates, ExecutorService threads) {
        this.database = database;
        this.candidatePolicy = candidatePolicy;
        this.gates = gates;
        this.threads = threads;
    }

    /** How far a run has come. */
    private record Progress(long last, int done, int flips, int decisions) {
        static final Progress NONE = new Progress(0, 0, 0, 0);
    }

    /** Refuses a second one while one runs here. */
    void requireFree() {
        if (busy.get()) {
            throw Problem.conflict(
                    "backtest-running", "A backtest is running on this node; start this one when it is done.");
        }
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) StartBacktest.Asked asked) {
        threads.execute(() -> run(asked));
    }

    /** Runs a backtest to its end. */
    void run(StartBacktest.Asked asked) {
        if (!busy.compareAndSet(false, true)) {
            end(asked.id(), "FAILED");
            return;
        }
        try {
            judge(asked);
            end(asked.id(), "DONE");
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(e, "Backtest %d failed.", asked.id());
            end(asked.id(), "FAILED");
        } finally {
            busy.set(false);
        }
    }

    private void judge(StartBacktest.Asked asked) throws SQLException {
        CandidatePolicy.Pair pair = candidatePolicy.pair(asked.candidate(), asked.against());
        Replay replay = new Replay(
                asked.table(),
                pair.against(),
                pair.candidate(),
                gates.questions().stream()
                        .filter(question -> !question.waivable())
                        .map(Requirement.Question::id)
                        .collect(Collectors.toSet()));
        Progress progress = Progress.NONE;
        boolean more = true;
        while (more) {
            Progress before = progress;
            progress = QuarkusTransaction.requiringNew().call(() -> batch(asked, replay, before));
            more = progress.done() - before.done() == AT_ONCE;
        }
    }

    private Progress batch(StartBacktest.Asked asked, Replay replay, Progress before) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<Past> read = new PastDecisions(connection, asked.table()).after(before.last(), asked.scope(), AT_ONCE);
            List<Flip> flips = new ArrayList<>();
            int decisions = before.decisions();
            for (Past past : read) {
                List<Flip> own = replay.flips(past);
                flips.addAll(own);
                decisions += own.isEmpty() ? 0 : 1;
            }
            keep(connection, asked.id(), before.flips(), flips);
            Progress after = new Progress(
                    read.isEmpty() ? before.last() : read.get(read.size() - 1).id(),
                    before.done() + read.size(),
                    before.flips() + flips.size(),
                    decisions);
            tell(connection, asked.id(), after);
            return after;
        }
    }

    private static void keep(Connection connection, long id, int place, List<Flip> flips) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into policy_flip (backtest_id, place,"
                + " decision_id, kind, subject, was, would, consequence) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            int next = place;
            for (Flip flip : flips) {
                insert.setLong(1, id);
                insert.setInt(2, ++next);
                insert.setLong(3, flip.decisionId());
                insert.setString(4, flip.kind());
                insert.setString(5, flip.subject());
                insert.setString(6, flip.was());
                insert.setString(7, flip.would());
                insert.setString(8, flip.consequence());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void tell(Connection connection, long id, Progress progress) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update policy_backtest set done = ?, flips = ?,"
                + " decisions = ?, beat_at = clock_timestamp() where id = ?")) {
            update.setInt(1, progress.done());
            update.setInt(2, progress.flips());
            update.setInt(3, progress.decisions());
            update.setLong(4, id);
            update.executeUpdate();
        }
    }

    private void end(long id, String state) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement update = connection.prepareStatement(
                            "update policy_backtest set state = ?, ended_at = clock_timestamp() where id = ?")) {
                update.setString(1, state);
                update.setLong(2, id);
                update.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("the end of backtest " + id + " cannot be written", e);
            }
        });
    }
}
