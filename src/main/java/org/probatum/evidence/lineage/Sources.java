package org.probatum.evidence.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs rest on: a narrow table that the database itself keeps, whatever road a run comes by. */
@ApplicationScoped
public class Sources {
    /** At most so many of one decision are read; a graph of more is no graph. */
    static final int MOST = 20_000;

    /** At most so many things are offered where a beginning fits several. */
    static final int OFFERED = 20;

    private static final String OF = """
            select s.run_id, s.kind, s.value, s.label, s.part from run_source s
            where s.decision_id = ?1 and s.part in ('CONTENT', 'DECLARED') order by s.run_id, s.kind desc, s.value limit 20000
            """;

    private static final String EXACT = """
            select k.kind, ?1, s.label from (values ('DATASET'), ('COMMIT'), ('ARTIFACT'), ('RUN')) k (kind)
            cross join lateral (select x.label from run_source x where x.value = ?1 and x.kind = k.kind limit 1) s
            """;

    /** One look at the index for each thing found, however many runs rest on it. */
    private static final String BEGINNING = """
            with recursive found as (
                (select s.value, s.kind, s.label from run_source s where s.value > ?1 and s.value < ?2
                 order by s.value, s.kind limit 1)
                union all
                select n.value, n.kind, n.label from found f cross join lateral
                    (select s.value, s.kind, s.label from run_source s
                     where (s.value, s.kind) > (f.value, f.kind) and s.value < ?2 order by s.value, s.kind limit 1) n)
            select kind, value, label from found limit 20
            """;

    private static final String KNOWN = """
            select s.label from run_source s where s.value = ?1 and s.kind = ?2 and s.part <> 'NAME' limit 1
            """;

    private final EntityManager database;

    Sources(EntityManager database) {
        this.database = database;
    }

    /** What the runs of a decision rest on, run by run. */
    @SuppressWarnings("unchecked")
    public List<Source> of(long decision) {
        List<Object[]> rows =
                database.createNativeQuery(OF).setParameter(1, decision).getResultList();
        return rows.stream()
                .map(row -> new Source(
                        ((Number) row[0]).longValue(),
                        new Subject(SourceKind.valueOf((String) row[1]), (String) row[2], (String) row[3]),
                        "DECLARED".equals(row[4])))
                .toList();
    }

    /** What is called so, or begins so when that is seven or more hexadecimal digits of a commit or a digest. */
    public List<Subject> find(String asked) {
        String words = cut(asked.strip());
        if (words.isEmpty()) {
            return List.of();
        }
        List<Subject> exact = subjects(EXACT, words, null);
        String hex = words.toLowerCase(Locale.ROOT);
        if (!exact.isEmpty() || !hex.matches("(sha256:)?[0-9a-f]{7,64}")) {
            return exact;
        }
        if (hex.startsWith("sha256:")) {
            return subjects(BEGINNING, hex, hex + "g");
        }
        List<Subject> commits = subjects(BEGINNING, before(hex), hex + "g");
        String digest = "sha256:" + hex;
        return commits.isEmpty() ? subjects(BEGINNING, before(digest), digest + "g") : commits;
    }

    /** It is more than a name. */
    public boolean isRecallable(Subject subject) {
        return known(subject.kind(), subject.value()).isPresent();
    }

    /** What runs call it, when some rest on it by more than a name. */
    Optional<String> known(SourceKind kind, String value) {
        return database.createNativeQuery(KNOWN)
                .setParameter(1, value)
                .setParameter(2, kind.name())
                .getResultStream()
                .findFirst()
                .map(String::valueOf);
    }

    /** As long as the table keeps it. */
    static String cut(String words) {
        return words.codePointCount(0, words.length()) <= 500
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 500));
    }

    /** Just below everything that begins so, itself among it. */
    private static String before(String beginning) {
        int last = beginning.length() - 1;
        return beginning.substring(0, last) + (char) (beginning.charAt(last) - 1) + "~";
    }

    @SuppressWarnings("unchecked")
    private List<Subject> subjects(String sql, String first, @Nullable String beyond) {
        var query = database.createNativeQuery(sql).setParameter(1, first);
        if (beyond != null) {
            query.setParameter(2, beyond);
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Subject(SourceKind.valueOf((String) row[0]), (String) row[1], (String) row[2]))
                .toList();
    }
}
