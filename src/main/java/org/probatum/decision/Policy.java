package org.probatum.decision;

import java.util.List;
import org.probatum.people.TeamRole;

/** What the decision tables say. They judge; the domain does as they say and keeps which version said it. */
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

    /** The digest of the tables in force, kept with every decision they judge. */
    String version();

    /** By category, subject and tags. */
    Ruling intake(Profile profile);

    /** By category, impact, sensitivity and reversibility; what is not yet stated counts as the most that it could be. */
    Tier tier(Profile profile);

    Terms terms(Gate gate, Tier tier);
}
