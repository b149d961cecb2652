package org.probatum.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Which SQL a lifecycle costs, when asked for: calls and server time a lifecycle, dearest first. */
final class Statements {
    private static final String DEAREST = """
            select calls, total_exec_time, regexp_replace(query, '\\s+', ' ', 'g')
            from pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname = 'probatum' and calls * 20 > %d order by total_exec_time desc""";

    private final Connection connection;
    private final boolean counted;

    /** Counts from now on, or not at all. */
    Statements(Connection connection, boolean counted) throws SQLException {
        this.connection = connection;
        this.counted = counted;
        if (counted) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_stat_statements_reset()");
            }
        }
    }

    void print(long lifecycles) throws SQLException {
        if (!counted || lifecycles == 0) {
            return;
        }
        double calls = 0;
        double millis = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DEAREST.formatted(lifecycles))) {
            while (row.next()) {
                double each = row.getDouble(1) / lifecycles;
                calls += each;
                millis += row.getDouble(2) / lifecycles;
                System.out.printf(
                        "%6.2f calls %7.3f ms  %.150s%n", each, row.getDouble(2) / lifecycles, row.getString(3));
            }
        }
        System.out.printf("%6.2f calls %7.3f ms  a lifecycle%n", calls, millis);
    }
}
