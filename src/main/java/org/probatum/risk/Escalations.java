package org.probatum.risk;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.probatum.decision.Decision;

/** The escalations. A decision's row counts those that stand, so that whoever finds none there asks no further. */
@ApplicationScoped
public class Escalations implements PanacheRepository<Escalation> {
    private static final Set<EscalationState> STANDING = Set.of(EscalationState.OPEN, EscalationState.REFUSED);

    /** Those that stand on a decision, oldest first. */
    public List<Escalation> open(Decision decision) {
        return decision.escalated().open() == 0 ? List.of() : open(decision.id());
    }

    /** Those that stand on a decision, oldest first, whatever its row counts. */
    public List<Escalation> open(long decisionId) {
        return list("decisionId = ?1 and state in ?2 order by id", decisionId, STANDING);
    }

    Optional<Escalation> open(Decision decision, EscalationKind kind, String subject) {
        return open(decision).stream()
                .filter(one -> one.kind() == kind && one.subject().equals(subject))
                .findFirst();
    }

    /** What waits for somebody's word on a risk. */
    Optional<Escalation> ofRisk(Decision decision, String risk) {
        return open(decision).stream()
                .filter(one -> one.kind().ofRisk() && one.subject().equals(risk))
                .findFirst();
    }

    /** Those of a team's decisions that exceed its appetite. */
    List<Escalation> beyondAppetite(long teamId) {
        return list(
                "teamId = ?1 and kind = ?2 and state in ?3 order by id",
                teamId,
                EscalationKind.APPETITE_EXCEEDED,
                STANDING);
    }

    void keep(EscalationAnswer answer) {
        getEntityManager().persist(answer);
    }

    /** The gate's due date was extended before, in this opening of it. */
    boolean extendedBefore(Decision decision, String subject) {
        return getEntityManager()
                        .createQuery(
                                "select count(*) from EscalationAnswer a join Escalation e on e.id = a.escalationId"
                                        + " where e.decisionId = ?1 and e.kind = ?2 and e.subject = ?3 and a.answer = ?4",
                                Long.class)
                        .setParameter(1, decision.id())
                        .setParameter(2, EscalationKind.OVERDUE_GATE)
                        .setParameter(3, subject)
                        .setParameter(4, Answer.EXTEND)
                        .getSingleResult()
                > 0;
    }
}
