package org.probatum.gate;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;

/** The reviews. */
@ApplicationScoped
public class Reviews implements PanacheRepository<Review> {
    /** A review with its author's name, and the name of the absent person it was given for. */
    public record Signed(
            Review review, String reviewer, @Nullable String onBehalfOf) {}

    /** A decision's reviews, newest first. */
    public List<Signed> of(long decisionId) {
        return getEntityManager()
                .createQuery(
                        "select new org.probatum.gate.Reviews$Signed(r, p.name, a.name) from Review r join Person p"
                                + " on p.id = r.reviewerId left join Person a on a.id = r.forId where r.decisionId = :decision order by r.id desc",
                        Signed.class)
                .setParameter("decision", decisionId)
                .getResultList();
    }

    /** Who fills which seat of the open gate, by their votes on a material. */
    public Quorum quorum(Decision decision, String material) {
        return Tally.of(decision, round(decision), material).quorum();
    }

    /** The votes of the open round, earliest first, without rejections that were ended; read only when there can be any. */
    List<Tally.Cast> round(Decision decision) {
        boolean voted = !decision.approved().isEmpty()
                || !decision.outdated().isEmpty()
                || !decision.rejecting().isEmpty();
        return voted ? read(decision) : List.of();
    }

    @SuppressWarnings("unchecked")
    private List<Tally.Cast> read(Decision decision) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select r.reviewer_id, r.vote, r.material_digest, m.roles, p.competences, r.for_id
                        from review r join person p on p.id = coalesce(r.for_id, r.reviewer_id)
                        left join membership m on m.person_id = p.id and m.team_id = ?1
                        where r.decision_id = ?2 and r.gate = ?3 and r.round = ?4
                          and not exists (select from rejection_end e where e.review_id = r.id)
                        order by r.id
                        """)
                .setParameter(1, decision.teamId())
                .setParameter(2, decision.id())
                .setParameter(3, Objects.requireNonNull(decision.stage().gate()).name())
                .setParameter(4, decision.round())
                .getResultList();
        return rows.stream()
                .map(row -> new Tally.Cast(
                        ((Number) row[0]).longValue(),
                        row[5] == null ? null : ((Number) row[5]).longValue(),
                        Vote.valueOf((String) row[1]),
                        (String) row[2],
                        fits((String[]) row[3], (String[]) row[4])))
                .toList();
    }

    /** Competence without a place in the team fits no seat. */
    private static Set<String> fits(String @Nullable [] roles, String[] competences) {
        if (roles == null) {
            return Set.of();
        }
        Set<String> fits = new HashSet<>(List.of(roles));
        fits.addAll(List.of(competences));
        return fits;
    }
}
