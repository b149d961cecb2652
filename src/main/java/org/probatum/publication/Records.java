package org.probatum.publication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probatum.decision.Journal;
import org.probatum.decision.Validity;
import org.probatum.shared.Json;

/** The published records: the decision log, read by everybody who is signed in. */
@ApplicationScoped
public class Records implements PanacheRepositoryBase<Record, Long> {
    /** A line of the decision log. */
    public record Entry(
            long id, String key, String title, String team, String category, Instant publishedAt, Validity validity) {}

    public Optional<Record> byKey(String key) {
        return find("key", key).firstResultOptional();
    }

    /**
     * The log's newest entries before a place in it.
     *
     * @param words what to look for, as people type into a search field; blank for everything
     * @param before the time and id of the last entry already seen
     */
    @SuppressWarnings("unchecked")
    public List<Entry> newest(String words, Instant before, long beforeId, int limit) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select r.decision_id, r.key, r.title, t.name, r.category, r.published_at, d.validity
                        from record r join team t on t.id = r.team_id join decision d on d.id = r.decision_id
                        where (r.published_at, r.decision_id) < (?1, ?2)
                          and (?3 = '' or r.words @@ websearch_to_tsquery('english', ?3))
                        order by r.published_at desc, r.decision_id desc limit ?4
                        """)
                .setParameter(1, before)
                .setParameter(2, beforeId)
                .setParameter(3, words.strip())
                .setParameter(4, limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Entry(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (Instant) row[5],
                        Validity.valueOf((String) row[6])))
                .toList();
    }

    /** Records whose publication is among the first leaves of the log, behind one of them. */
    List<Record> loggedBefore(long size, long afterId, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        select r.* from record r where r.decision_id > ?1 and exists (
                            select from decision_event e join log_leaf l on l.event_id = e.id and l.source = ?2
                            where e.decision_id = r.decision_id and e.type = 'Published' and l.index < ?3)
                        order by r.decision_id limit ?4
                        """, Record.class)
                .setParameter(1, afterId)
                .setParameter(2, Journal.SOURCE)
                .setParameter(3, size)
                .setParameter(4, limit)
                .getResultList();
    }

    /** Names of what a record is about by digest, its own first. */
    @SuppressWarnings("unchecked")
    Map<String, String> subjects(Record record) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("select digest, name from record_subject where decision_id = ?1"
                        + " order by digest <> ?2, name, digest")
                .setParameter(1, record.decisionId)
                .setParameter(2, record.digest())
                .getResultList();
        Map<String, String> subjects = new LinkedHashMap<>();
        rows.forEach(row -> subjects.put((String) row[0], (String) row[1]));
        return subjects;
    }

    /** Keeps what a record is about, so that whoever asks about a file finds it. */
    void cover(Record record, Map<String, String> subjects) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        insert into record_subject (digest, decision_id, name)
                        select key, ?1, value from jsonb_each_text(cast(?2 as jsonb))
                        """)
                .setParameter(1, record.decisionId)
                .setParameter(2, Json.write(subjects))
                .executeUpdate();
    }
}
