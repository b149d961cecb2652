package org.probatum.log;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probatum.log.tree.FullTile;
import org.probatum.log.tree.Growth;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;
import org.probatum.people.Governance;

/** The log's rows, written in bulk: past the entities, since leaves come by the thousand and none is ever an object. */
@ApplicationScoped
class LogTables {
    /** In each statement of the sequencer: whoever counts what a request cost leaves them out. */
    static final String SEQUENCER = "/* sequencer */";

    /** Any number; the same on every node. */
    private static final long ELECTION = 0x50726f626174756dL;

    private final AgroalDataSource database;

    LogTables(AgroalDataSource database) {
        this.database = database;
    }

    /** A leaf with its content and where its event is. */
    record Sealed(LoggedEvents.Name of, String leaf, Hash hash) {}

    /** This node sequences until the transaction ends; false when another does. */
    boolean elected() {
        return Boolean.TRUE.equals(
                one("select " + SEQUENCER + " pg_try_advisory_xact_lock(" + ELECTION + ")", row -> row.getBoolean(1)));
    }

    boolean anyWaiting() {
        return Boolean.TRUE.equals(
                one("select " + SEQUENCER + " exists (select from log_pending)", row -> row.getBoolean(1)));
    }

    long waiting() {
        return one("select count(*) from log_pending", row -> row.getLong(1));
    }

    List<LoggedEvents.Name> waiting(int most) {
        return all(
                "select " + SEQUENCER + " event_id, source from log_pending order by event_id, source limit " + most,
                row -> new LoggedEvents.Name(row.getLong(1), row.getString(2)));
    }

    /** Rows of a table of events that neither are leaves nor wait to become any. */
    List<LoggedEvents.Name> unlogged(String source, String table, int most) {
        return all(
                "select e.id from " + table + " e where not exists (select from log_leaf l where l.event_id = e.id and"
                        + " l.source = ?) and not exists (select from log_pending p where p.event_id = e.id and p.source = ?)"
                        + " order by e.id limit " + most,
                ask -> {
                    ask.setString(1, source);
                    ask.setString(2, source);
                },
                row -> new LoggedEvents.Name(row.getLong(1), source));
    }

    /** The first leaf behind those that were signed; both are read at one moment. */
    Optional<Long> unsigned() {
        return all(
                        "select min(index) from log_leaf where index >= (select coalesce(max(size), 0) from log_checkpoint)",
                        row -> Optional.ofNullable(row.getObject(1, Long.class)))
                .get(0);
    }

    /** How many leaves there are. */
    long size() {
        return one("select " + SEQUENCER + " coalesce(max(index) + 1, 0) from log_leaf", row -> row.getLong(1));
    }

    Optional<Head> head() {
        return head("");
    }

    /** The same for the sequencer. */
    Optional<Head> former() {
        return head(" " + SEQUENCER);
    }

    private Optional<Head> head(String whose) {
        return all(
                        "select size, root, note, at from log_checkpoint order by size desc limit 1" + whose,
                        LogTables::head)
                .stream()
                .findFirst();
    }

    static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong(1),
                Hash.of(row.getBytes(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    /** The leaves, and the tiles that became full by them. */
    void append(Growth growth, List<Sealed> leaves) {
        write(
                "insert " + SEQUENCER + " into log_leaf (index, source, event_id, leaf, hash) values (?, ?, ?, ?, ?)",
                insert -> {
                    long index = growth.before().size();
                    for (Sealed leaf : leaves) {
                        insert.setLong(1, index++);
                        insert.setString(2, leaf.of().source());
                        insert.setLong(3, leaf.of().event());
                        insert.setString(4, leaf.leaf());
                        insert.setBytes(5, leaf.hash().bytes());
                        insert.addBatch();
                    }
                });
        if (!growth.full().isEmpty()) {
            write("insert " + SEQUENCER + " into log_tile (level, index, hashes, root) values (?, ?, ?, ?)", insert -> {
                for (FullTile tile : growth.full()) {
                    insert.setInt(1, tile.level());
                    insert.setLong(2, tile.index());
                    insert.setBytes(3, Hashes.join(tile.hashes()));
                    insert.setBytes(4, tile.root().bytes());
                    insert.addBatch();
                }
            });
        }
        leaves.stream()
                .map(Sealed::of)
                .collect(Collectors.groupingBy(LoggedEvents.Name::source))
                .forEach(this::taken);
    }

    private void taken(String source, Collection<LoggedEvents.Name> events) {
        write("delete " + SEQUENCER + " from log_pending where source = ? and event_id = any(?)", delete -> {
            delete.setString(1, source);
            delete.setArray(
                    2,
                    delete.getConnection()
                            .createArrayOf(
                                    "bigint",
                                    events.stream()
                                            .map(LoggedEvents.Name::event)
                                            .toArray()));
            delete.addBatch();
        });
    }

    void sign(Head head) {
        write("insert " + SEQUENCER + " into log_checkpoint (size, root, note, at) values (?, ?, ?, ?)", insert -> {
            insert.setLong(1, head.size());
            insert.setBytes(2, head.root().bytes());
            insert.setString(3, head.note());
            insert.setObject(4, head.at().atOffset(ZoneOffset.UTC));
            insert.addBatch();
        });
    }

    /** An event of the log's own. */
    void event(String type, String payload, Instant at) {
        write("insert " + SEQUENCER + " into log_event (at, type, payload) values (?, ?, cast(? as jsonb))", insert -> {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, type);
            insert.setString(3, payload);
            insert.addBatch();
        });
    }

    /** A change that somebody made. */
    void event(Governance.Change change, String payload, Instant at) {
        write(
                "insert into log_event (at, type, actor_id, team, payload) values (?, ?, ?, ?, cast(? as jsonb))",
                insert -> {
                    insert.setObject(1, at.atOffset(ZoneOffset.UTC));
                    insert.setString(2, change.type());
                    insert.setObject(3, change.by() == null ? null : change.by().id());
                    insert.setString(4, change.team());
                    insert.setString(5, payload);
                    insert.addBatch();
                });
    }

    /** Reads a row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Fills in a statement. */
    @FunctionalInterface
    interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    <T> List<T> all(String sql, Reading<T> reading) {
        return all(sql, statement -> {}, reading);
    }

    <T> List<T> all(String sql, Filling filling, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.of(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read", e);
        }
    }

    private <T> T one(String sql, Reading<T> reading) {
        return all(sql, reading).get(0);
    }

    void write(String sql, Filling filling) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be written", e);
        }
    }
}
