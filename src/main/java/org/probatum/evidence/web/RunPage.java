package org.probatum.evidence.web;

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
import org.probatum.decision.material.Option;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.tracker.ModelVersion;
import org.probatum.evidence.tracker.RegisteredModels;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Json;

/** A run for people: what its manifest lacks first, then everything it records, with how each came to be known. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/runs")
@Produces(MediaType.TEXT_HTML)
public class RunPage {
    private final Decisions decisions;
    private final Runs runs;
    private final RegisteredModels registered;
    private final Visit visit;

    RunPage(Decisions decisions, Runs runs, RegisteredModels registered, Visit visit) {
        this.decisions = decisions;
        this.runs = runs;
        this.registered = registered;
        this.visit = visit;
    }

    /** The run; the manifest in groups of facts, its lists as they are, and who cites it. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RunSheet(
            String key,
            String title,
            Run run,
            List<String> citedBy,
            boolean own,
            Completeness completeness,
            List<RunFacts.Group> groups,
            RunFacts facts,
            List<ModelVersion> models,
            String json)
            implements TemplateInstance {}

    @GET
    @Path("{run}")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @PathParam("run") String name) {
        Decision decision = decisions.visible(visit.actor(), key);
        Run run = runs.named(decision, name);
        TrackingPlan plan = TrackingPlan.of(decision);
        RunFacts facts = new RunFacts(run.manifest());
        return new RunSheet(
                key,
                decision.profile().title(),
                run,
                decision.material().choice().options().stream()
                        .filter(option -> option.runs().contains(run.reference()))
                        .map(Option::id)
                        .toList(),
                plan.own(),
                Completeness.of(run.manifest(), plan),
                facts.groups(),
                facts,
                registered.of(run.id()),
                Json.write(run.manifest()));
    }
}
