package org.probatum.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probatum.people.Actor;
import org.probatum.people.Governance;
import org.probatum.shared.Digest;

/** Keeps a new version of a table, checked; it judges nothing until it is put in force. */
@ApplicationScoped
public class UploadVersion {
    /** What came of it. */
    public sealed interface Outcome {
        /** The next version. */
        record Kept(PolicyVersion version) implements Outcome {}

        /** It is there already, word for word. */
        record Known(PolicyVersion version) implements Outcome {}

        /** Nothing was kept, for these reasons. */
        record Refused(List<Flaw> flaws) implements Outcome {}
    }

    private final PolicyVersions versions;
    private final CheckTable checkTable;
    private final Clock clock;
    private final Governance governance;

    UploadVersion(PolicyVersions versions, CheckTable checkTable, Clock clock, Governance governance) {
        this.versions = versions;
        this.checkTable = checkTable;
        this.clock = clock;
        this.governance = governance;
    }

    @Transactional
    public Outcome upload(Actor actor, Table table, String dmn, String why) {
        PlatformOwners.require(actor, "upload versions of tables");
        List<Flaw> flaws = checkTable.check(table, dmn);
        if (!flaws.isEmpty()) {
            return new Outcome.Refused(flaws);
        }
        versions.lock(table);
        Optional<PolicyVersion> known = versions.withDigest(table, Digest.of(dmn));
        if (known.isPresent()) {
            return new Outcome.Known(known.get());
        }
        PolicyVersion version =
                new PolicyVersion(table, versions.nextNumber(table), dmn, actor.id(), clock.instant(), why);
        versions.persist(version);
        versions.flush();
        governance.changed(
                actor,
                "PolicyUploaded",
                null,
                Map.of("table", table, "version", version.number(), "digest", version.digest(), "why", why));
        return new Outcome.Kept(version);
    }
}
