package org.probatum.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tests' database, looked at past the service: as its superuser, as the tables' owner, or as the service's own role. */
public final class Database {
    private static volatile String url = "";
    private static volatile String password = "";

    private Database() {}

    static void is(String address, String secret) {
        url = address;
        password = secret;
    }

    /** A connection as one of postgres, probatum_owner and probatum. */
    public static Connection as(String user) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The one value that a query answers, as text. */
    public static String value(String sql) {
        try (Connection connection = as("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes something as superuser, past every rule of the service. */
    public static void change(String sql) {
        try (Connection connection = as("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
