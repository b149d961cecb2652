package org.probatum.people;

/** What a person may do in one team. A member files and edits; the others decide about what members file. */
public enum TeamRole {
    MEMBER,
    REVIEWER,
    RISK_OWNER,
    PUBLISHER,
    LEAD
}
