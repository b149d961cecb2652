package org.probatum.gate.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.gate.Differences;
import org.probatum.gate.difference.Change;
import org.probatum.people.Access;
import org.probatum.people.People;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;

/** What one event of a decision's life revised, place by place. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/history/{seq: [0-9]{1,9}}")
@Produces(MediaType.TEXT_HTML)
public class RevisedPage {
    private final Decisions decisions;
    private final Differences differences;
    private final People people;
    private final Visit visit;

    RevisedPage(Decisions decisions, Differences differences, People people, Visit visit) {
        this.decisions = decisions;
        this.differences = differences;
        this.people = people;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "gate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Revised(String key, String title, int seq, DifferenceCard difference) implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @PathParam("seq") int seq) {
        Decision decision = decisions.visible(visit.actor(), key);
        if (seq < 1 || seq > decision.eventCount()) {
            throw Problem.notFound("event " + seq + " of " + key);
        }
        Names names = new Names(people.membersOf(decision.teamId()));
        List<Change> changes = differences.by(decision, seq, names::of);
        return new Revised(
                key,
                decision.profile().title(),
                seq,
                DifferenceCard.of(
                        "What was revised",
                        changes.isEmpty() ? "What was said before the first gate opened is not kept apart." : "",
                        changes));
    }
}
