package org.probatum.shared.web;

import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;

/** A version as HTTP carries it: an entity tag on what is read, a precondition on what is written. */
public final class Version {
    private Version() {}

    /** The entity tag of a version. */
    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version that an {@code If-Match} header says the caller saw. */
    public static int seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.preconditionRequired(
                    "Send If-Match with the ETag of the decision as you read it, such as If-Match: \"3\".");
        }
        String digits = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw Problem.stale("If-Match: " + ifMatch + " is no version of a decision; it looks like \"3\".");
        }
    }
}
