package org.probatum.decision;

import org.probatum.people.TeamRole;

/** What the decision tables say. They judge; the domain does as they say and keeps which version said it. */
public interface Policy {
    /** Whether the decision lies within the boundary, why, and where it belongs if not. */
    record Ruling(boolean accepted, String reason, String whereToGo) {}

    /** A gate's terms: who fills the slot, how many working days they have, when they are reminded, whom lateness reaches. */
    record Terms(TeamRole slot, int workingDays, int reminderDays, TeamRole escalateTo) {}

    /** The digest of the tables in force, kept with every decision they judge. */
    String version();

    /** By category, subject and tags. */
    Ruling intake(Profile profile);

    /** By category, impact, sensitivity and reversibility; what is not yet stated counts as the most that it could be. */
    Tier tier(Profile profile);

    Terms terms(Gate gate, Tier tier);
}
