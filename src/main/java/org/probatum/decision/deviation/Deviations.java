package org.probatum.decision.deviation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.deviation.Deviation.Answered;
import org.probatum.decision.deviation.Deviation.Explained;
import org.probatum.decision.material.Criterion;
import org.probatum.shared.Json;

/** The changes of criteria, as the database keeps them, and what was said of each; read in one statement. */
@ApplicationScoped
public class Deviations {
    private static final String CHANGES = """
            select c.number, c.sealed, c.at, c.runs, c.seq, p.name, e.actor_id, cast(c.said as text), cast(c.says as text),
                   x.id, x.text, xp.name, x.explained_at, a.answer, a.comment, ap.name, a.answered_by, a.answered_at
            from criteria_change c
            left join decision_event e on e.decision_id = c.decision_id and e.seq = c.seq
            left join person p on p.id = e.actor_id
            left join deviation_explanation x
                on c.sealed and x.decision_id = c.decision_id and x.number = c.number
            left join person xp on xp.id = x.explained_by
            left join deviation_answer a on a.explanation_id = x.id
            left join person ap on ap.id = a.answered_by
            where c.decision_id = :decision
            order by c.sealed, c.number, x.explained_at, x.id
            """;

    private final EntityManager database;

    Deviations(EntityManager database) {
        this.database = database;
    }

    /** How a decision's criteria came to be what they are; nothing is read where nothing is kept. */
    public CriteriaHistory of(Decision decision) {
        return decision.hasSteadyCriteria() ? new CriteriaHistory(List.of()) : of(decision.id());
    }

    /** How a decision's criteria came to be what they are, as the database has it at this moment. */
    public CriteriaHistory of(long decisionId) {
        List<Deviation> changes = new ArrayList<>();
        for (Object row : database.createNativeQuery(CHANGES)
                .setParameter("decision", decisionId)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            Deviation last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
            if (last != null && last.number() == number(cells[0]) && last.sealed() == (Boolean) cells[1]) {
                last.explanations().add(explained(cells));
            } else {
                changes.add(change(cells));
            }
        }
        return new CriteriaHistory(changes);
    }

    /** Adds an explanation. */
    void add(Explanation explanation) {
        database.persist(explanation);
    }

    /** Adds an answer. */
    void add(Answer answer) {
        database.persist(answer);
    }

    private static Deviation change(Object[] cells) {
        List<Explained> explanations = new ArrayList<>();
        if (cells[9] != null) {
            explanations.add(explained(cells));
        }
        return new Deviation(
                number(cells[0]),
                (Boolean) cells[1],
                (Instant) cells[2],
                number(cells[3]),
                cells[4] == null ? null : number(cells[4]),
                (@Nullable String) cells[5],
                cells[6] == null ? null : ((Number) cells[6]).longValue(),
                List.of(Json.read((String) cells[7], Criterion[].class)),
                List.of(Json.read((String) cells[8], Criterion[].class)),
                explanations,
                false);
    }

    private static Explained explained(Object[] cells) {
        Answered answer = cells[13] == null
                ? null
                : new Answered(
                        Verdict.valueOf((String) cells[13]),
                        (String) cells[14],
                        (String) cells[15],
                        ((Number) cells[16]).longValue(),
                        (Instant) cells[17]);
        return new Explained(
                ((Number) cells[9]).longValue(), (String) cells[10], (String) cells[11], (Instant) cells[12], answer);
    }

    private static int number(Object cell) {
        return ((Number) cell).intValue();
    }
}
