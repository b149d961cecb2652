package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.probatum.decision.material.Material;
import org.probatum.people.Actor;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.people.Teams;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Files a decision: it is declined at intake, or waits for its scope. */
@ApplicationScoped
public class FileDecision {
    private final Teams teams;
    private final Decisions decisions;
    private final Coherence coherence;
    private final Policy policy;
    private final DecisionFlow flow;
    private final Journal journal;
    private final Clock clock;

    FileDecision(
            Teams teams,
            Decisions decisions,
            Coherence coherence,
            Policy policy,
            DecisionFlow flow,
            Journal journal,
            Clock clock) {
        this.teams = teams;
        this.decisions = decisions;
        this.coherence = coherence;
        this.policy = policy;
        this.flow = flow;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Decision file(Actor actor, DecisionFile file) {
        Team team = teams.bySlug(file.team())
                .filter(found -> actor.sees(found.id()))
                .orElseThrow(() -> Problem.invalid(List.of(Violation.at(
                        "/team",
                        "you belong to no team \"" + file.team() + "\"",
                        "the short name of a team of yours"))));
        if (!actor.holds(TeamRole.MEMBER, team.id())) {
            throw Problem.forbidden("members-file", "Only members of " + team.name() + " file decisions for it.");
        }
        Material material = file.material(actor.username());
        coherence.require(material, team.id());
        Decision decision = new Decision(
                decisions.nextId(),
                team,
                teams.nextNumber(team.id()),
                actor,
                file.profile(),
                material,
                policy.version(),
                clock.instant());
        decisions.persist(decision);
        flow.start(decision);
        boolean declined = decision.stage() == Stage.DECLINED;
        journal.record(
                decision,
                actor,
                new DecisionEvent.Filed(
                        file.title(),
                        file.category().name(),
                        declined ? "DECLINED" : "ACCEPTED",
                        declined ? String.valueOf(decision.reason()) : "",
                        declined ? null : decision.tier().name(),
                        decision.policy()));
        decisions.flush();
        return decision;
    }
}
