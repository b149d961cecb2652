package org.probatum.evidence.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The histories of runs' metrics: added with the run, never changed. Arrays go to the database as they are. */
@ApplicationScoped
public class Histories {
    private static final int AT_ONCE = 500;

    private final DataSource database;

    Histories(DataSource database) {
        this.database = database;
    }

    /** Keeps histories of runs that are there, many in one round trip. */
    @Transactional(TxType.MANDATORY)
    public void keep(Collection<MetricHistory> histories) {
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement("insert into metric_history"
                        + " (run_id, metric, dataset, split, steps, \"values\") values (?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (MetricHistory history : histories) {
                add.setLong(1, history.run());
                add.setString(2, history.metric());
                add.setString(3, history.dataset());
                add.setString(4, history.split());
                add.setArray(
                        5, connection.createArrayOf("bigint", history.steps().toArray()));
                add.setArray(
                        6, connection.createArrayOf("float8", history.values().toArray()));
                add.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    add.executeBatch();
                }
            }
            add.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The metric histories could not be kept", e);
        }
    }

    /** The histories of one metric over some runs, by run. */
    @Transactional(TxType.SUPPORTS)
    public List<MetricHistory> of(Collection<Long> runs, String metric) {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement("select run_id, dataset, split, steps, \"values\""
                        + " from metric_history where run_id = any (?) and metric = ? order by run_id")) {
            ask.setArray(1, connection.createArrayOf("bigint", runs.toArray()));
            ask.setString(2, metric);
            List<MetricHistory> found = new ArrayList<>();
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    found.add(new MetricHistory(
                            rows.getLong(1),
                            metric,
                            rows.getString(2),
                            rows.getString(3),
                            list(rows.getArray(4), Long[].class),
                            list(rows.getArray(5), Double[].class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The metric histories could not be read", e);
        }
    }

    private static <T> List<T> list(Array array, Class<T[]> type) throws SQLException {
        return List.of(type.cast(array.getArray()));
    }
}
