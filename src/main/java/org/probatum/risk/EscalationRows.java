package org.probatum.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.probatum.decision.Stage;

/** Reads a row of a list of escalations. */
final class EscalationRows {
    private EscalationRows() {}

    static EscalationRow of(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new EscalationRow(
                row.getLong("id"),
                EscalationKind.valueOf(row.getString("kind")),
                new Crossing(
                        row.getString("subject"),
                        row.getString("title"),
                        row.getString("threshold"),
                        row.getString("measured"),
                        row.getInt("excess"),
                        row.getString("unit"),
                        EscalationLevel.valueOf(row.getString("first_level")),
                        row.getObject("person_id", Long.class)),
                row.getTimestamp("raised_at").toInstant(),
                EscalationLevel.valueOf(row.getString("level")),
                row.getString("person"),
                row.getString("assigned"),
                row.getTimestamp("due_at").toInstant(),
                EscalationState.valueOf(row.getString("state")),
                ended == null ? null : ended.toInstant(),
                row.getString("outcome"),
                new EscalationRow.On(
                        row.getString("decision_key"),
                        row.getString("decision_title"),
                        Stage.valueOf(row.getString("stage")),
                        row.getLong("team_id"),
                        row.getString("slug"),
                        row.getString("team_name"),
                        List.of((Long[]) row.getArray("barred").getArray())),
                List.of());
    }
}
