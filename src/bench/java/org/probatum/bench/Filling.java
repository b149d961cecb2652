package org.probatum.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a database with decisions like one that was filed, by the thousand: past the service, in the tables' real shapes. */
final class Filling {
    private static final String STAGE = "(array['SCOPING','OPTIONS','TRADE_OFFS','VERIFICATION','PUBLICATION',"
            + "'PUBLISHED','DECLINED','REJECTED','WITHDRAWN','PUBLISHED'])[1 + g.n %% 10]";
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("id", "g.n + 1000"),
            Map.entry("key", "t.prefix || '-' || (g.n + 1000)"),
            Map.entry("team_id", "t.id"),
            Map.entry(
                    "title",
                    "(array['Replace','Retrain','Calibrate','Drop','Widen'])[1 + g.n % 5] || ' the ' ||"
                            + " (array['ranker','scorecard','filter','index','encoder','sampler','split'])[1 + g.n % 7]"
                            + " || ' of catalogue number ' || g.n || ' in ' || substr(md5(g.n::text), 1, 6)"),
            Map.entry("category", "(array['MODEL','DATA','FEATURES','TRAINING','EVALUATION','SERVING'])[1 + g.n % 6]"),
            Map.entry("stage", STAGE.replace("%%", "%")),
            Map.entry("in_review", "g.n % 10 < 5 and g.n % 2 = 0"),
            Map.entry("due_at", "case when g.n % 10 < 5 then now() + (g.n % 900 - 100) * interval '1 hour' end"),
            Map.entry("filed_at", "now() - (g.n % 1000) * interval '1 day'"),
            Map.entry("stage_since", "now() - (g.n % 500) * interval '3 hour'"),
            Map.entry("task_id", "null"),
            Map.entry("material", "'{}'"));

    private final Connection database;
    private final String key;
    private long filled;
    private long opened;

    Filling(Connection database, String key) {
        this.database = database;
        this.key = key;
    }

    /** Until there are so many decisions, of which so many items wait. */
    void fill(long decisions, long items) throws SQLException {
        List<String> columns = columns();
        List<String> values = columns.stream()
                .map(column -> OWN.getOrDefault(column, "d." + column))
                .toList();
        run("set session_replication_role = replica");
        run("insert into decision (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from generate_series(" + filled + "::bigint, " + (decisions - 1) + ") g (n)"
                + " join (select id, prefix, row_number() over (order by id) - 1 as place, count(*) over () as teams"
                + " from team) t on t.place = g.n / 10 % t.teams, (select * from decision where key = '" + key
                + "') d");
        run("insert into decision_title (decision_id, title) select id, title from decision where id >= "
                + (filled + 1000) + " on conflict do nothing");
        run("insert into decision_event (id, decision_id, seq, at, type, actor_id, summary, payload)"
                + " select -id, id, 1, filed_at, 'Filed', author_id, 'filed the decision', '{}' from decision where id >= "
                + (filled + 1000));
        run("insert into work_item (id, decision_id, team_id, kind, slot, excluded, opened_at, due_at)"
                + " select -id, id, team_id, 'REVIEW', 'REVIEWER', array[author_id], stage_since, due_at from decision"
                + " where due_at is not null and id > coalesce((select -min(id) from work_item where id < 0), 0)"
                + " order by id limit " + (items - opened));
        run("set session_replication_role = origin");
        run("vacuum analyze");
        filled = decisions;
        opened = items;
    }

    private List<String> columns() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select column_name from information_schema.columns"
                        + " where table_name = 'decision' and is_generated = 'NEVER' order by ordinal_position")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
