package org.probatum.shared.web;

import java.util.List;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** A problem as RFC 9457 JSON. */
public record ProblemAnswer(String type, String title, int status, String detail, List<Violation> violations) {
    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemAnswer of(Problem problem) {
        return new ProblemAnswer(
                "/problems/" + problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.violations());
    }
}
