package org.probatum.support;

import java.util.Arrays;
import java.util.List;

/** How many statements the database was asked by the service, as the database itself counted them. */
public final class Statements {
    /** Without the frame of transactions and of fresh connections, the engine's own look for timers, the relay and the sequencer. */
    private static final String OURS =
            " from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname ="
                    + " 'probatum' and s.query !~* '^(begin|commit|rollback|set |show )' and s.query !~* 'from ACT_RU_JOB RES'"
                    + " and s.query not like '%/* relay */%' and s.query not like '%/* sequencer */%'";

    private Statements() {}

    /** Runs something and gives the number of statements it cost. */
    public static int of(Runnable action) {
        Database.change("select pg_stat_statements_reset()");
        action.run();
        return Integer.parseInt(Database.value("select coalesce(sum(calls), 0)" + OURS));
    }

    /** The same of something that can be done again: a timer that went off meanwhile does not count. */
    public static int least(Runnable action) {
        return Math.min(of(action), Math.min(of(action), of(action)));
    }

    /** What was asked since the last count, each with how often; for whoever reads a failure. */
    public static List<String> asked() {
        String all = Database.value(
                "select string_agg(calls || ' × ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 120), E'\\n')"
                        + OURS);
        return Arrays.asList(all.split("\n"));
    }
}
