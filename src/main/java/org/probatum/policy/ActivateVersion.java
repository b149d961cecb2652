package org.probatum.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probatum.people.Actor;
import org.probatum.people.Governance;
import org.probatum.shared.Problem;

/** Puts a version of a table in force: one platform owner proposes it, another one confirms. */
@ApplicationScoped
public class ActivateVersion {
    /** What came of it. */
    public sealed interface Outcome {
        PolicyVersion version();

        /** Another platform owner has to confirm it; these could. */
        record Proposed(PolicyVersion version, List<String> confirmers) implements Outcome {}

        /** It judges from now on. */
        record Activated(PolicyVersion version) implements Outcome {}
    }

    private final PolicyVersions versions;
    private final PlatformOwners owners;
    private final EntityManager database;
    private final Event<PolicyActivated> listeners;
    private final Clock clock;
    private final Governance governance;

    ActivateVersion(
            PolicyVersions versions,
            PlatformOwners owners,
            EntityManager database,
            Event<PolicyActivated> listeners,
            Clock clock,
            Governance governance) {
        this.versions = versions;
        this.owners = owners;
        this.database = database;
        this.listeners = listeners;
        this.clock = clock;
        this.governance = governance;
    }

    @Transactional
    public Outcome activate(Actor actor, Table table, int number, String why) {
        PlatformOwners.require(actor, "put policy in force");
        versions.lock(table);
        PolicyVersion version = versions.of(table, number);
        if (versions.inForce(table).id() == version.id()) {
            throw Problem.conflict("already-in-force", "Version " + number + " is the one in force.");
        }
        List<String> others = owners.otherThan(actor.id());
        if (others.isEmpty()) {
            throw Problem.conflict(
                    "second-owner-missing",
                    "You are the only platform owner, and nobody puts policy in force alone: make a second platform"
                            + " owner first, who can confirm it.");
        }
        Optional<PolicyVersions.Waiting> waiting =
                versions.waiting(table).filter(proposal -> proposal.number() == number);
        if (waiting.isEmpty()) {
            database.persist(new PolicyProposal(version, actor.id(), clock.instant(), why));
            database.flush();
            tell(actor, "PolicyProposed", version, why);
            return new Outcome.Proposed(version, others);
        }
        if (waiting.get().proposerId() == actor.id()) {
            throw Problem.conflict(
                    "second-owner-confirms",
                    "You proposed it; another platform owner has to confirm it, such as " + String.join(", ", others)
                            + ".");
        }
        database.persist(
                new PolicyInForce(version, clock.instant(), waiting.get().id(), actor.id(), why));
        database.flush();
        tell(actor, "PolicyActivated", version, why);
        listeners.fire(new PolicyActivated(table, number));
        return new Outcome.Activated(version);
    }

    private void tell(Actor actor, String type, PolicyVersion version, String why) {
        governance.changed(
                actor,
                type,
                null,
                Map.of(
                        "table", version.table(),
                        "version", version.number(),
                        "digest", version.digest(),
                        "why", why));
    }
}
