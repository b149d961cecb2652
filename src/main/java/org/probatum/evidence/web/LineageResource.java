package org.probatum.evidence.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.probatum.decision.Decisions;
import org.probatum.evidence.lineage.Graph;
import org.probatum.evidence.lineage.Lineage;
import org.probatum.people.Access;
import org.probatum.people.Visit;

/** What a decision rests on, for programs. */
@Path("/api/v1/decisions/{key}/lineage")
@Produces(MediaType.APPLICATION_JSON)
public class LineageResource {
    private final Decisions decisions;
    private final Lineage lineage;
    private final Visit visit;

    LineageResource(Decisions decisions, Lineage lineage, Visit visit) {
        this.decisions = decisions;
        this.lineage = lineage;
        this.visit = visit;
    }

    /** The whole graph; {@code grouped=true} as the page draws it, with many alike put together. */
    @GET
    @RolesAllowed(Access.READ)
    public Graph graph(@PathParam("key") String key, @QueryParam("grouped") boolean grouped) {
        return lineage.of(decisions.visible(visit.actor(), key), grouped ? group -> false : group -> true);
    }
}
