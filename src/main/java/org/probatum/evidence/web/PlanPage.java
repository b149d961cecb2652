package org.probatum.evidence.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.tracking.Capture;
import org.probatum.evidence.tracking.FreeField;
import org.probatum.evidence.tracking.RunField;
import org.probatum.evidence.tracking.RunFields;
import org.probatum.evidence.tracking.TrackingSchema;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;

/** The logging plan of a decision for people: what every run records, who captures it, when, where, and by which lines. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}")
@Produces(MediaType.TEXT_HTML)
public class PlanPage {
    private final Decisions decisions;
    private final Visit visit;

    PlanPage(Decisions decisions, Visit visit) {
        this.decisions = decisions;
        this.visit = visit;
    }

    /** A field of the plan and the lines that capture it. */
    record Line(TrackingPlan.Entry entry, boolean blocks, Capture capture) {
        static Line of(TrackingPlan.Entry entry) {
            RunField known = RunFields.named(entry.field()).orElse(null);
            return known == null
                    ? new Line(
                            entry,
                            false,
                            FreeField.named(entry.field())
                                    .map(FreeField::capture)
                                    .orElse(new Capture("", "", "")))
                    : new Line(entry, known.blocks(), known.capture());
        }
    }

    /** The plan; closed says why it cannot be edited, and is empty when it can. */
    @CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PlanSheet(String key, String title, TrackingPlan plan, String schema, List<Line> lines, String closed)
            implements TemplateInstance {}

    @GET
    @Path("plan")
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key) {
        Decision decision = decisions.visible(visit.actor(), key);
        TrackingPlan plan = TrackingPlan.of(decision);
        return new PlanSheet(
                key,
                decision.profile().title(),
                plan,
                TrackingSchema.name(plan.category()),
                plan.entries().stream().map(Line::of).toList(),
                closed(decision));
    }

    @GET
    @Path("plan.{ending: html|md|json}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed(Access.READ)
    public Response download(@PathParam("key") String key, @PathParam("ending") String ending) {
        return PlanSheets.download(decisions.visible(visit.actor(), key), ending);
    }

    private String closed(Decision decision) {
        try {
            ReviseMaterial.requireOpen(visit.actor(), decision, Part.TRACKING_PLAN);
            return "";
        } catch (Problem refused) {
            return refused.detail();
        }
    }
}
