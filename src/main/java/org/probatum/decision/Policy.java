package org.probatum.decision;

import java.util.List;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.people.TeamRole;

/**
 * What the decision tables say. They judge; the domain does as they say and keeps which version said it. Each question has a
 * short form, and one that gives the judgement to keep beside the answer.
 */
public interface Policy {
    /** Whether the decision lies within the boundary, why, and where it belongs if not. */
    record Ruling(boolean accepted, String reason, String whereToGo) {}

    /**
     * A gate's terms.
     *
     * @param slots who reviews
     * @param workingDays how long they have
     * @param reminderDays how many working days before the due date they are reminded
     * @param escalateTo whom lateness reaches
     * @param waivedBy whose right it is to waive what the gate requires
     * @param material the parts whose change outdates a review, as {@link MaterialPart} names them
     */
    record Terms(
            List<Slot> slots,
            int workingDays,
            int reminderDays,
            TeamRole escalateTo,
            TeamRole waivedBy,
            List<MaterialPart> material) {}

    /** How grave a risk is: its level's name, and its points. */
    record Grade(String level, int points) {}

    /** An answer with the judgement that it is. */
    record Judged<T>(T answer, Judgement judgement) {}

    /** The tables as they are in force at this moment; they do not change under whoever asks several things. */
    Policy inForce();

    /** The digest of the tables in force, kept with every decision they judge. */
    String version();

    /** By category, subject and tags. */
    Judged<Ruling> judgeIntake(Profile profile);

    /** By category, impact, sensitivity and reversibility; what is not yet stated counts as the most that it could be. */
    Judged<Tier> judgeTier(Profile profile);

    Judged<Terms> judgeTerms(Gate gate, Tier tier);

    Judged<Grade> judgeRisk(Likelihood likelihood, Impact impact);

    /** How much a requirement binds; one the table does not know binds fully. */
    Judged<Binding> judgeRequirement(String requirement, Tier tier, Category category);

    default Ruling intake(Profile profile) {
        return judgeIntake(profile).answer();
    }

    default Tier tier(Profile profile) {
        return judgeTier(profile).answer();
    }

    default Terms terms(Gate gate, Tier tier) {
        return judgeTerms(gate, tier).answer();
    }
}
