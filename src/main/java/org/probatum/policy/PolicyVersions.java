package org.probatum.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;

/** The versions of the tables, and which of them was in force when. */
@ApplicationScoped
public class PolicyVersions implements PanacheRepository<PolicyVersion> {
    /** A version's line in a table's history; the names are null for what the service did itself. */
    public record Entry(int number, String digest, @Nullable String uploader, Instant uploadedAt, String why) {}

    /** A time that a version was in force, from its beginning until the next one's. */
    public record Span(
            String table,
            int number,
            String digest,
            Instant since,
            @Nullable Instant until,
            @Nullable String proposer,
            @Nullable String confirmer,
            String why) {}

    /** A proposal that waits for somebody else. */
    public record Waiting(long id, int number, long proposerId, String proposer, Instant at, String why) {}

    private static final String SPANS = """
            select f.table_name, v.number, v.digest, f.since,
                lead(f.since) over (partition by f.table_name order by f.id),
                a.name, b.name, f.why
            from policy_in_force f join policy_version v on v.id = f.version_id
                left join policy_proposal p on p.id = f.proposal_id left join person a on a.id = p.proposed_by
                left join person b on b.id = f.confirmed_by
            """;

    /** A version of a table, or none that can be seen. */
    public PolicyVersion of(Table table, int number) {
        return find("tableName = ?1 and number = ?2", table.id(), number)
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("version " + number + " of the table " + table.slug()));
    }

    /** The version with a digest, whoever uploaded it. */
    Optional<PolicyVersion> withDigest(Table table, String digest) {
        return find("tableName = ?1 and digest = ?2", table.id(), digest).firstResultOptional();
    }

    /** A table's versions, newest first. */
    public List<Entry> history(Table table) {
        return getEntityManager()
                .createQuery(
                        "select new org.probatum.policy.PolicyVersions$Entry(v.number, v.digest, p.name, v.uploadedAt, v.why)"
                                + " from PolicyVersion v left join Person p on p.id = v.uploadedBy"
                                + " where v.tableName = ?1 order by v.number desc",
                        Entry.class)
                .setParameter(1, table.id())
                .getResultList();
    }

    /** The version of a table in force now. */
    public PolicyVersion inForce(Table table) {
        return (PolicyVersion) getEntityManager()
                .createNativeQuery(
                        "select v.* from policy_in_force f join policy_version v on v.id = f.version_id"
                                + " where f.table_name = ?1 order by f.id desc limit 1",
                        PolicyVersion.class)
                .setParameter(1, table.id())
                .getSingleResult();
    }

    /** When which version of every table was in force, oldest first. */
    @SuppressWarnings("unchecked")
    public List<Span> spans() {
        List<Object[]> rows =
                getEntityManager().createNativeQuery(SPANS + " order by f.id").getResultList();
        return rows.stream().map(PolicyVersions::span).toList();
    }

    /** The proposal that waits for a table, unless something was put in force since. */
    @SuppressWarnings("unchecked")
    public Optional<Waiting> waiting(Table table) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select p.id, v.number, p.proposed_by, a.name, p.proposed_at, p.why
                        from policy_proposal p join policy_version v on v.id = p.version_id
                            join person a on a.id = p.proposed_by
                        where v.table_name = ?1 and p.id > (select max(f.id) from policy_in_force f where f.table_name = ?1)
                        order by p.id desc limit 1""")
                .setParameter(1, table.id())
                .getResultList();
        return rows.stream()
                .map(row -> new Waiting(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).intValue(),
                        ((Number) row[2]).longValue(),
                        (String) row[3],
                        (Instant) row[4],
                        (String) row[5]))
                .findFirst();
    }

    /** Lets one at a time add to a table's versions or change which is in force. */
    void lock(Table table) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('policy ' || ?1)) as text)")
                .setParameter(1, table.id())
                .getSingleResult();
    }

    int nextNumber(Table table) {
        return (int) count("tableName", table.id()) + 1;
    }

    private static Span span(Object[] row) {
        return new Span(
                (String) row[0],
                ((Number) row[1]).intValue(),
                (String) row[2],
                (Instant) row[3],
                (Instant) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7]);
    }
}
