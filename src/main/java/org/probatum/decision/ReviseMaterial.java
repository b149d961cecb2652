package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Material;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;

/** Revises one part of the material, in the stages that allow it, by a member of the team. */
@ApplicationScoped
public class ReviseMaterial {
    private final Decisions decisions;
    private final Coherence coherence;
    private final Policy policy;
    private final Journal journal;
    private final Clock clock;

    ReviseMaterial(Decisions decisions, Coherence coherence, Policy policy, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.coherence = coherence;
        this.policy = policy;
        this.journal = journal;
        this.clock = clock;
    }

    /** The part revised, if the decision is still at the version seen. Saying the same again records nothing. */
    @Transactional
    public Decision revise(Actor actor, String key, int seen, Part part, UnaryOperator<Material> revision) {
        Decision decision = decisions.locked(actor, key);
        requireOpen(actor, decision, part);
        decision.requireVersion(seen);
        Material before = decision.material();
        Material after = revision.apply(before);
        if (!after.equals(before)) {
            coherence.require(after, decision.teamId());
            decision.revise(after, actor, clock.instant());
            journal.record(
                    decision,
                    actor,
                    new DecisionEvent.MaterialRevised(
                            part.words(), Json.digest(before), Json.digest(decision.material())));
            decisions.flush();
        }
        return decision;
    }

    /** The profile revised: what is at stake is judged anew, and what leaves the boundary is refused. */
    @Transactional
    public Decision describe(Actor actor, String key, int seen, Profile profile) {
        Decision decision = decisions.locked(actor, key);
        requireOpen(actor, decision, Part.PROFILE);
        decision.requireVersion(seen);
        Profile before = decision.profile();
        decision.describe(profile);
        Profile after = decision.profile();
        Policy.Ruling ruling = decision.keep(policy.judgeIntake(after));
        if (!ruling.accepted()) {
            throw Problem.conflict("outside-boundary", ruling.reason() + " " + ruling.whereToGo());
        }
        Tier judged = decision.keep(policy.judgeTier(after));
        if (decision.inReview() && judged != decision.tier()) {
            // More or less is at stake than when the gate opened: it asks for the seats of the tier that holds now.
            decision.ask(decision.keep(
                    policy.judgeTerms(Objects.requireNonNull(decision.stage().gate()), judged)));
        }
        decision.set(judged);
        decision.revise(decision.material(), actor, clock.instant());
        journal.record(
                decision,
                actor,
                new DecisionEvent.MaterialRevised(Part.PROFILE.words(), Json.digest(before), Json.digest(after)));
        decisions.flush();
        return decision;
    }

    /** Sealed criteria replaced: what the database keeps of it is the deviation. */
    public void deviate(Actor actor, Decision decision, List<Criterion> criteria) {
        Material before = decision.material();
        Material after = before.with(before.scope().deciding(criteria));
        coherence.require(after, decision.teamId());
        decision.revise(after, actor, clock.instant());
        journal.record(
                decision,
                actor,
                new DecisionEvent.CriteriaDeviated(Json.digest(before.scope().criteria()), Json.digest(criteria)));
        decisions.flush();
    }

    /** Refuses who may not revise the part, or not in this stage. */
    public static void requireOpen(Actor actor, Decision decision, Part part) {
        if (!actor.holds(TeamRole.MEMBER, decision.teamId())) {
            throw Problem.forbidden("members-revise", "Only members of the decision's team revise its material.");
        }
        if (!part.openIn(decision.stage())) {
            throw Problem.conflict(
                    "part-closed",
                    decision.key() + " is at " + decision.stage().title() + ": its " + part.words()
                            + " could be revised until the "
                            + Objects.requireNonNull(part.until().gate()).title() + " gate passed.");
        }
    }
}
