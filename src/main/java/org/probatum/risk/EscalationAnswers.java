package org.probatum.risk;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was answered to the escalations of a list, in one statement. */
@Singleton
class EscalationAnswers {
    private static final String SAID = """
            select a.escalation_id, p.name, a.answered_at, a.answer, a.comment, a.until, o.name, f.name
            from escalation_answer a join person p on p.id = a.answered_by left join person o on o.id = a.person_id
            left join person f on f.id = a.for_id
            where a.escalation_id = any (?) order by a.id
            """;

    List<EscalationRow> to(Connection connection, List<EscalationRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return rows;
        }
        List<EscalationRow.Said> said = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SAID)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(EscalationRow::id).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    said.add(new EscalationRow.Said(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(8),
                            row.getTimestamp(3).toInstant(),
                            Answer.valueOf(row.getString(4)),
                            row.getString(5),
                            row.getObject(6, LocalDate.class),
                            row.getString(7)));
                }
            }
        }
        return rows.stream().map(row -> row.with(said)).toList();
    }
}
