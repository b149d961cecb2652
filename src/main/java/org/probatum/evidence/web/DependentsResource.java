package org.probatum.evidence.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.lineage.Dependents;
import org.probatum.evidence.lineage.Sources;
import org.probatum.evidence.lineage.Subject;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.web.Cursor;

/** Which decisions rest on a thing, for programs. */
@Path("/api/v1/dependents")
@Produces(MediaType.APPLICATION_JSON)
public class DependentsResource {
    private static final String WORDS =
            "a digest, a commit (7 digits or more), a run's reference, a dataset's address or"
                    + " name, an artifact's path";

    private final Sources sources;
    private final Dependents dependents;
    private final Visit visit;

    DependentsResource(Sources sources, Dependents dependents, Visit visit) {
        this.sources = sources;
        this.dependents = dependents;
        this.visit = visit;
    }

    /** The decisions that rest on a thing, newest first, and where the next are. */
    record DependentsAnswer(
            Subject subject,
            List<Dependents.Dependent> items,
            @Nullable String next) {}

    @GET
    @RolesAllowed(Access.READ)
    public DependentsAnswer dependents(
            @QueryParam("of") @Nullable String of,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Asked asked = Asked.of(sources, of, kind, stage);
        Subject subject = asked.one();
        if (subject == null) {
            throw asked.found().isEmpty() ? unknown(asked) : ambiguous(asked);
        }
        int most = Cursor.limit(limit);
        long below = after == null ? Long.MAX_VALUE : Cursor.number("after", after, Integer.MAX_VALUE);
        Dependents.Page page = dependents.page(visit.actor(), subject, asked.stage(), below, most);
        String next = page.next() == null
                ? null
                : "/api/v1/dependents?of=" + Asked.encoded(subject.value()) + "&kind=" + subject.kind()
                        + (asked.stage() == null ? "" : "&stage=" + asked.stage()) + "&limit=" + most + "&after="
                        + page.next();
        return new DependentsAnswer(subject, page.items(), next);
    }

    private static Problem unknown(Asked asked) {
        if (asked.words().isEmpty()) {
            return Problem.invalid(List.of(Violation.at("/of", "nothing is asked about", WORDS)));
        }
        return Problem.notFound("evidence \"" + asked.words() + "\"");
    }

    private static Problem ambiguous(Asked asked) {
        return Problem.invalid(List.of(Violation.at(
                "/of",
                "several things are called so: "
                        + asked.found().stream().map(Subject::words).collect(Collectors.joining("; ")),
                "one of them, whole, with its kind")));
    }
}
