package org.probatum.publication.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.probatum.people.Access;
import org.probatum.shared.Problem;

/** A published record for programs, in the format they ask for. */
@Path("/api/v1/decisions/{key}/record")
public class RecordResource {
    private static final List<Variant> OFFERED = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    Renderings.MARKDOWN_TEXT,
                    MediaType.TEXT_HTML_TYPE,
                    Renderings.PDF_PAGES,
                    Renderings.STATEMENT)
            .build();

    private final Renderings renderings;
    private final RecordPage page;

    RecordResource(Renderings renderings, RecordPage page) {
        this.renderings = renderings;
        this.page = page;
    }

    /** Whoever takes anything gets JSON; whoever takes none of them is refused. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Renderings.MARKDOWN, MediaType.TEXT_HTML, Renderings.PDF, Renderings.IN_TOTO
    })
    @RolesAllowed(Access.READ)
    public Response show(@PathParam("key") String key, @Context Request request) {
        Variant chosen = request.selectVariant(OFFERED);
        if (chosen == null) {
            throw Problem.http(
                    "not-acceptable",
                    406,
                    "A record comes as JSON, Markdown, HTML, PDF or in-toto statement, and as nothing else.");
        }
        return switch (chosen.getMediaType().getSubtype()) {
            case "json" -> renderings.json(key, request);
            case "markdown" -> renderings.markdown(key, request);
            case "vnd.in-toto+json" -> renderings.statement(key);
            case "pdf" -> renderings.pdf(key, request);
            default ->
                Response.ok(page.sheet(renderings.record(key)), MediaType.TEXT_HTML_TYPE)
                        .build();
        };
    }
}
