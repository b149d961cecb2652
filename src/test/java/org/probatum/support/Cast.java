package org.probatum.support;

/**
 * A team of a test's own, with everybody a decision needs.
 *
 * @param author a member, who files
 * @param colleague another member, competent in nothing
 * @param reviewer reviewer and publisher, competent in security and performance
 * @param second reviewer and publisher, competent in operability and maintainability
 * @param owner a risk owner and lead, who reviews too
 * @param stranger a member and reviewer of another team
 * @param auditor reads everything and changes nothing
 * @param administrator a platform owner, in no team
 */
public record Cast(
        String team,
        String prefix,
        Player author,
        Player colleague,
        Player reviewer,
        Player second,
        Player owner,
        Player stranger,
        Player auditor,
        Player administrator) {}
