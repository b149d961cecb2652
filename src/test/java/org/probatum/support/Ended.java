package org.probatum.support;

/** What ended before a test looks. */
public final class Ended {
    private Ended() {}

    /** A rerun of the decision's first run, cancelled and over; its number. */
    public static String rerun(String key) {
        return Database.value("""
                insert into rerun (id, decision_id, run_id, name, ordered_by, ordered_at, executor, limits, state, ending, ended_at)
                select nextval('rerun_seq'), r.decision_id, r.id, 'over-' || r.id || '-' || clock_timestamp(), d.author_id, now(),
                    'local', '{"time": "PT1H", "cpus": 1, "memoryBytes": 1, "outputBytes": 1, "processes": 1}', 'OVER',
                    '{"how": "broken", "words": "It was cancelled.", "remedy": "Run it again."}', now()
                from run r join decision d on d.id = r.decision_id where d.key = '%s' order by r.id limit 1 returning id""".formatted(key));
    }
}
