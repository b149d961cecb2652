package org.probatum.people;

/**
 * How far a way of signing in reaches. A session reaches as far as its person may go; an API token only as far as its
 * scopes say, and never further than its person. Routes name one of these; actions check the rest.
 */
public final class Access {
    /** See what the person may see. */
    public static final String READ = "read";
    /** File decisions, edit and submit them, attach runs. */
    public static final String FILE = "file";
    /** Assess trade-offs, review gates, accept risks. */
    public static final String REVIEW = "review";
    /** Keep teams and people; platform owners only. */
    public static final String ADMIN = "admin";

    private Access() {}
}
