package org.probatum.people;

/** What a person may do across teams: an auditor reads everything and changes nothing, a platform owner keeps teams and people. */
public enum PlatformRole {
    AUDITOR,
    PLATFORM_OWNER
}
