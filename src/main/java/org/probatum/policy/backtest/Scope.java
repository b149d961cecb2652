package org.probatum.policy.backtest;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Which past decisions: all, those of one team, those filed since a moment. */
record Scope(@Nullable Long teamId, @Nullable Instant since) {
    /** Binds the four places that narrow a statement to it. */
    void bind(PreparedStatement statement, int first) throws SQLException {
        statement.setObject(first, teamId, Types.BIGINT);
        statement.setObject(first + 1, teamId, Types.BIGINT);
        Object from = since == null ? null : since.atOffset(ZoneOffset.UTC);
        statement.setObject(first + 2, from, Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(first + 3, from, Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
