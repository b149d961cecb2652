package org.probatum.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.probatum.decision.Policy;

/** Sets of tables that are not in force: the ones that are, with another version of one table in its place. */
@ApplicationScoped
public class CandidatePolicy {
    private final PolicyVersions versions;
    private final LivePolicy live;

    CandidatePolicy(PolicyVersions versions, LivePolicy live) {
        this.versions = versions;
        this.live = live;
    }

    /** Two sets that differ in one table. */
    public record Pair(Policy against, Policy candidate) {}

    /** The set with one version of a table, and the same with another. */
    @Transactional
    public Pair pair(long candidate, long against) {
        PolicySet tables = live.inForce().with(live.edition(version(against)));
        return new Pair(tables, tables.with(live.edition(version(candidate))));
    }

    private PolicyVersion version(long id) {
        return Objects.requireNonNull(versions.findById(id));
    }
}
