package org.probatum.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What must hold in the database after the load, however fast it was. */
final class Checks {
    private Checks() {}

    /** Everything that does not hold; empty when nothing was lost. */
    static List<String> failing(Connection connection, long finished, long deadlocks) throws SQLException {
        List<String> failing = new ArrayList<>();
        same(failing, "published decisions", finished, connection, "decision where stage = 'PUBLISHED'");
        same(failing, "records", finished, connection, "record");
        same(failing, "approvals", 5 * finished, connection, """
                review r join decision d on d.id = r.decision_id where d.stage = 'PUBLISHED' and vote = 'APPROVE'""");
        same(failing, "runs", 2 * finished, connection, """
                run r join decision d on d.id = r.decision_id where d.stage = 'PUBLISHED'""");
        same(failing, "decisions with eight assessments", finished, connection, """
                decision where stage = 'PUBLISHED' and jsonb_array_length(material -> 'tradeOffs') = 8""");
        same(failing, "decisions that miss an event", 0, connection, """
                decision d where event_count <> (select count(*) from decision_event e where e.decision_id = d.id)""");
        same(failing, "processes that outlive their decision", 0, connection, """
                act_ru_execution e join decision d on d.id::text = e.business_key_ where d.stage = 'PUBLISHED'""");
        same(failing, "work items that outlive their decision", 0, connection, """
                work_item w join decision d on d.id = w.decision_id where d.stage = 'PUBLISHED'""");
        if (deadlocks > 0) {
            failing.add("deadlocks: " + deadlocks);
        }
        return failing;
    }

    private static void same(List<String> failing, String what, long expected, Connection connection, String from)
            throws SQLException {
        long found = Database.count(connection, "select count(*) from " + from);
        if (found != expected) {
            failing.add(what + ": " + found + ", expected " + expected);
        }
    }
}
