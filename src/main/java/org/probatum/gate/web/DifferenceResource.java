package org.probatum.gate.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.gate.Differences;
import org.probatum.gate.difference.Change;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** What changed in what a gate looks at, for programs: since an event, or since the caller's last review there. */
@Path("/api/v1/decisions/{key}/gates/{gate}/difference")
@Produces(MediaType.APPLICATION_JSON)
public class DifferenceResource {
    private final Decisions decisions;
    private final Differences differences;
    private final Visit visit;

    DifferenceResource(Decisions decisions, Differences differences, Visit visit) {
        this.decisions = decisions;
        this.differences = differences;
        this.visit = visit;
    }

    /** The changes after one event and up to another, by usernames. */
    record DifferenceAnswer(String gate, int since, int until, List<Change> changes) {}

    @GET
    @RolesAllowed(Access.READ)
    public DifferenceAnswer show(
            @PathParam("key") String key, @PathParam("gate") String slug, @QueryParam("since") @Nullable String since) {
        Decision decision = decisions.visible(visit.actor(), key);
        Gate gate = GateResource.gate(slug);
        Differences.Since told = since == null
                ? differences
                        .sinceReview(visit.actor(), decision, gate, UnaryOperator.identity())
                        .orElseGet(() -> differences.since(decision, gate, 0, UnaryOperator.identity()))
                : differences.since(decision, gate, event(decision, since), UnaryOperator.identity());
        return new DifferenceAnswer(gate.name(), told.event(), decision.eventCount(), told.changes());
    }

    private static int event(Decision decision, String since) {
        if (!since.matches("[0-9]{1,9}") || Integer.parseInt(since) > decision.eventCount()) {
            throw Problem.invalid(List.of(Violation.at(
                    "/since",
                    "\"" + since + "\" is no event of " + decision.key(),
                    "a number from 0 to " + decision.eventCount())));
        }
        return Integer.parseInt(since);
    }
}
