package org.probatum.publication.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.probatum.decision.DecisionFlow;
import org.probatum.decision.Stage;
import org.probatum.people.Access;
import org.probatum.publication.Record;

/** A published record for people, and the same as a file to take away. Everybody who is signed in reads records. */
@Path("/log")
public class RecordPage {
    private final Renderings renderings;
    private final DecisionFlow flow;

    RecordPage(Renderings renderings, DecisionFlow flow) {
        this.renderings = renderings;
        this.flow = flow;
    }

    /** The record as a document, with the road it took. */
    @CheckedTemplate(basePath = "publication", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RecordSheet(RecordView view, String picture) implements TemplateInstance {}

    @GET
    @Path("{key:[A-Z]{2,6}-[0-9]+}")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Access.READ)
    public TemplateInstance page(@PathParam("key") String key) {
        return sheet(renderings.record(key));
    }

    /** A record already read, as the page shows it. */
    TemplateInstance sheet(Record record) {
        return new RecordSheet(RecordView.of(record), flow.picture(Stage.PUBLISHED, false, Stage.PUBLICATION));
    }

    @GET
    @Path("{key:[A-Z]{2,6}-[0-9]+}")
    @Produces(Renderings.MARKDOWN)
    @RolesAllowed(Access.READ)
    public Response asMarkdown(@PathParam("key") String key, @Context Request request) {
        return renderings.markdown(key, request);
    }

    /** Its stable addresses, whatever whoever follows them accepts. */
    @GET
    @Path("{key:[A-Z]{2,6}-[0-9]+}.{ending:md|json|pdf|intoto\\.json}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed(Access.READ)
    public Response file(@PathParam("key") String key, @PathParam("ending") String ending, @Context Request request) {
        return switch (ending) {
            case "md" -> renderings.markdown(key, request);
            case "pdf" -> renderings.pdf(key, request);
            case "json" -> renderings.json(key, request);
            default -> renderings.statement(key);
        };
    }
}
