package org.probatum.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be met, for a reason that is the caller's to know: it becomes an RFC 9457 answer or the same
 * facts on a page. The type is a stable slug, the status an HTTP status; title and detail are shown as they are.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;
    private final String title;
    private final String detail;
    private final transient List<Violation> violations;

    private Problem(String type, int status, String title, String detail, List<Violation> violations) {
        super(title + ": " + detail, null, false, false);
        this.type = type;
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.violations = List.copyOf(violations);
    }

    /** 422: it can be read, and says something that is not allowed there. */
    public static Problem invalid(List<Violation> violations) {
        String detail = violations.size() == 1 ? "One thing is wrong" : violations.size() + " things are wrong";
        return new Problem("invalid-document", 422, "This is not valid", detail, violations);
    }

    /** 400: it cannot be read at all. */
    public static Problem malformed(String detail, @Nullable Integer line, @Nullable Integer column) {
        return malformed(new Violation("", detail, "a document that can be read", line, column));
    }

    /** 400: it cannot be read, and this is the place and the cure. */
    public static Problem malformed(Violation violation) {
        String place =
                violation.line() == null ? "" : " (line " + violation.line() + ", column " + violation.column() + ")";
        return new Problem(
                "malformed-document", 400, "This cannot be read", violation.wrong() + place, List.of(violation));
    }

    public static Problem unauthorized(String detail) {
        return plain("unauthorized", 401, "Who you are is not known", detail);
    }

    /** 403: the type names the rule that says so. */
    public static Problem forbidden(String rule, String detail) {
        return plain(rule, 403, "Not allowed", detail);
    }

    /** 404: what does not exist, or may not be known to exist. */
    public static Problem notFound(String what) {
        return plain("not-found", 404, "Not found", "There is no " + what + " that you can see");
    }

    /** 409, under a type of its own. */
    public static Problem conflict(String type, String detail) {
        return plain(type, 409, "Not possible now", detail);
    }

    /** 409, under a type of its own, with each reason. */
    public static Problem conflict(String type, String detail, List<Violation> reasons) {
        return new Problem(type, 409, "Not possible now", detail, reasons);
    }

    public static Problem stale(String detail) {
        return plain("stale", 412, "It has changed since you read it", detail);
    }

    public static Problem tooLarge(String detail) {
        return plain("too-large", 413, "This is too large", detail);
    }

    /** 422: a request's own name was used before, for another request. */
    public static Problem reused(String detail) {
        return plain("idempotency-key-reused", 422, "This name is taken by another request", detail);
    }

    public static Problem preconditionRequired(String detail) {
        return plain("precondition-required", 428, "Say which version you read", detail);
    }

    /** 409: a gate asks for more; each violation is a requirement and what would satisfy it. */
    public static Problem unmet(String detail, List<Violation> requirements) {
        return new Problem("requirements-unmet", 409, "Not everything required is there", detail, requirements);
    }

    /** A refusal of HTTP itself. */
    public static Problem http(String type, int status, String detail) {
        return plain(type, status, "This request cannot be answered", detail);
    }

    /** 500: the fault is ours and is in the service's own log. */
    public static Problem fault() {
        return plain(
                "fault", 500, "Something went wrong on our side", "Nothing was changed. The fault has been logged.");
    }

    private static Problem plain(String type, int status, String title, String detail) {
        return new Problem(type, status, title, detail, List.of());
    }

    public String type() {
        return type;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }
}
