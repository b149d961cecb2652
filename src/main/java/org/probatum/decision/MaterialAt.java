package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Material;
import org.probatum.people.Actor;
import org.probatum.shared.Json;

/** Lays a decision open as it was after any of its events, from its first gate on; what was never revised since is as it is now. */
@ApplicationScoped
public class MaterialAt {
    private static final String WHAT = """
            select s.seq, cast(m.profile as text), cast(m.material as text),
                   array(select e.payload ->> 'run' from decision_event e where e.decision_id = :decision
                         and e.type = 'RunAttached' and e.seq > s.seq order by e.seq),
                   array(select distinct e.payload ->> 'criterion' from decision_event e where e.decision_id = :decision
                         and e.type = 'ComparisonFiled' and e.seq > s.seq order by 1)
            from (%s) s
            left join lateral (select profile, material from superseded_material
                               where decision_id = :decision and before_seq > s.seq
                               order by before_seq limit 1) m on true
            where s.seq is not null
            """;
    private static final String EVENT = WHAT.formatted("select cast(:seq as int) as seq");
    private static final String REVIEW = WHAT.formatted("""
            select max(seq) as seq from decision_event
            where decision_id = :decision and type = 'Reviewed' and payload ->> 'gate' = :gate
              and (actor_id = :person or payload #>> '{onBehalfOf,username}' = :username)
            """);

    /**
     * A decision as it was.
     *
     * @param seq the event it had just come to
     * @param runsSince the runs attached after that, by name
     * @param comparisonsSince the criteria on which a comparison was filed after that
     */
    public record Past(
            int seq, Profile profile, Material material, List<String> runsSince, List<String> comparisonsSince) {}

    private final EntityManager database;

    MaterialAt(EntityManager database) {
        this.database = database;
    }

    /** As it was just after an event. */
    public Past after(Decision decision, int seq) {
        return past(decision, (Object[]) database.createNativeQuery(EVENT)
                .setParameter("decision", decision.id())
                .setParameter("seq", seq)
                .getSingleResult());
    }

    /** As it was when somebody last reviewed it at a gate, or had it reviewed for them; empty when they never did. */
    public Optional<Past> whenReviewed(Decision decision, Actor actor, Gate gate) {
        return database
                .createNativeQuery(REVIEW)
                .setParameter("decision", decision.id())
                .setParameter("gate", gate.name())
                .setParameter("person", actor.id())
                .setParameter("username", actor.username())
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> past(decision, (Object[]) row));
    }

    /** The events that revised what the decision said then, by sequence number. */
    public Set<Integer> revisions(Decision decision) {
        Set<Integer> found = new HashSet<>();
        for (Object seq : database.createNativeQuery(
                        "select before_seq from superseded_material where decision_id = :decision")
                .setParameter("decision", decision.id())
                .getResultList()) {
            found.add(((Number) seq).intValue());
        }
        return found;
    }

    private static Past past(Decision decision, Object[] row) {
        @Nullable String profile = (String) row[1];
        @Nullable String material = (String) row[2];
        return new Past(
                ((Number) row[0]).intValue(),
                profile == null ? decision.profile() : Json.read(profile, Profile.class),
                material == null ? decision.material() : Json.read(material, Material.class),
                Arrays.asList((String[]) row[3]),
                Arrays.asList((String[]) row[4]));
    }
}
