package org.probatum.decision.deviation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.ReviseMaterial;
import org.probatum.decision.Stage;
import org.probatum.decision.material.Criterion;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Changes criteria that are sealed: a deviation, which is shown for ever and stands only when explained and approved. */
@ApplicationScoped
public class Deviate {
    /** Criteria as they are to be, and why, unless that is said later. */
    public record Terms(List<Criterion> criteria, @Nullable String explanation) {}

    private final Decisions decisions;
    private final ReviseMaterial reviseMaterial;
    private final Deviations deviations;
    private final ExplainDeviation explainDeviation;

    Deviate(
            Decisions decisions,
            ReviseMaterial reviseMaterial,
            Deviations deviations,
            ExplainDeviation explainDeviation) {
        this.decisions = decisions;
        this.reviseMaterial = reviseMaterial;
        this.deviations = deviations;
        this.explainDeviation = explainDeviation;
    }

    /** The decision with the criteria changed. Saying the same again changes nothing; going back takes deviations back. */
    @Transactional
    public Decision deviate(Actor actor, String key, int seen, Terms terms) {
        Decision decision = decisions.locked(actor, key);
        requireMember(actor, decision);
        decision.requireVersion(seen);
        requireSealed(decision);
        requireDecisive(terms.criteria());
        if (decision.material().scope().criteria().equals(terms.criteria())) {
            return decision;
        }
        reviseMaterial.deviate(actor, decision, terms.criteria());
        CriteriaHistory history = deviations.of(decision.id());
        Deviation made = history.deviations().get(history.deviations().size() - 1);
        if (terms.explanation() != null && !made.undone()) {
            explainDeviation.record(actor, decision, made, terms.explanation());
        }
        return decision;
    }

    /** Refuses who may not deviate, or not in this stage. */
    public static void requireOpen(Actor actor, Decision decision) {
        requireMember(actor, decision);
        requireSealed(decision);
    }

    private static void requireMember(Actor actor, Decision decision) {
        if (!actor.holds(TeamRole.MEMBER, decision.teamId())) {
            throw Problem.forbidden("members-revise", "Only members of the decision's team change its criteria.");
        }
    }

    private static void requireSealed(Decision decision) {
        if (decision.criteriaSeal() == null || decision.stage() == Stage.SCOPING) {
            throw Problem.conflict(
                    "part-open",
                    "The criteria of " + decision.key()
                            + " are not sealed, or open again: revise them with its scope, without any deviation.");
        }
        if (decision.stage().compareTo(Stage.VERIFICATION) > 0) {
            throw Problem.conflict(
                    "part-closed",
                    decision.key() + " is at " + decision.stage().title()
                            + ": its criteria could be deviated from until the Verification gate passed.");
        }
    }

    private static void requireDecisive(List<Criterion> criteria) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            if (!criteria.get(i).decides()) {
                found.add(Violation.at(
                        "/criteria/" + i,
                        "criterion " + (i + 1) + " is incomplete",
                        "a metric, dataset, split, direction, margin, tolerance and number of seeds"));
            }
        }
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }
}
