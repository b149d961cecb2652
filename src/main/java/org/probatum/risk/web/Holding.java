package org.probatum.risk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Validity;
import org.probatum.people.Visit;

/** Whether a published decision holds, and who said so when, for its pages: one statement. Templates call it {@code holding}. */
@Named("holding")
@RequestScoped
public class Holding {
    /** What was said of it so far, oldest first, and what whoever looks may say. */
    public record Standing(Validity validity, @Nullable Instant since, List<Said> said, boolean mayGiveUp) {
        /** Nobody has said anything of it yet. */
        public static final Standing UNQUESTIONED = new Standing(Validity.HOLDS, null, List.of(), false);

        /** The key of the decision that took its place; empty while none did. */
        public Optional<String> successor() {
            return said.stream()
                    .flatMap(one -> Stream.ofNullable(one.successor()))
                    .findFirst();
        }
    }

    /**
     * A question or its answer, or its end.
     *
     * @param by nobody when the service itself found it
     * @param successor the key of the decision that took its place; null for all else that is said
     */
    public record Said(
            String title,
            @Nullable String by,
            Instant at,
            @Nullable String reason,
            @Nullable String successor) {}

    private static final String ROWS = """
            select d.validity, d.validity_since, d.author_id, e.type, p.name, e.at, e.payload ->> 'reason',
                e.payload ->> 'by'
            from decision d left join decision_event e
                on e.decision_id = d.id and e.type in ('Questioned', 'Reaffirmed', 'Revoked', 'Superseded')
            left join person p on p.id = e.actor_id where d.key = ?1 and d.stage = 'PUBLISHED' order by e.seq
            """;

    private final EntityManager database;
    private final Visit visit;
    private final Map<String, Standing> read = new HashMap<>();

    Holding(EntityManager database, Visit visit) {
        this.database = database;
        this.visit = visit;
    }

    /** Read once a page, however often the page asks. */
    public Standing of(String key) {
        return read.computeIfAbsent(key, this::ask);
    }

    @SuppressWarnings("unchecked")
    private Standing ask(String key) {
        List<Object[]> rows =
                database.createNativeQuery(ROWS).setParameter(1, key).getResultList();
        if (rows.isEmpty()) {
            return Standing.UNQUESTIONED;
        }
        Object[] first = rows.get(0);
        Validity validity = Validity.valueOf((String) first[0]);
        boolean author = ((Number) first[2]).longValue() == visit.actor().id();
        return new Standing(
                validity,
                (Instant) first[1],
                rows.stream()
                        .filter(row -> row[3] != null)
                        .map(row -> new Said(
                                (String) row[3], (String) row[4], (Instant) row[5], (String) row[6], (String) row[7]))
                        .toList(),
                validity == Validity.QUESTIONED && author);
    }
}
