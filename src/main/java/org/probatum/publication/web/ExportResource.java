package org.probatum.publication.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.probatum.log.Head;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.publication.Exports;
import org.probatum.shared.Problem;

/** The whole log with its records, to be taken away; {@code verify} on the command line checks it. */
@Path("/api/v1/export")
public class ExportResource {
    private final Exports exports;
    private final Visit visit;

    ExportResource(Exports exports, Visit visit) {
        this.exports = exports;
        this.visit = visit;
    }

    /** Sent as it is read; what breaks off does not end as an answer does, and has no end itself. */
    @GET
    @Produces("application/gzip")
    @RolesAllowed(Access.READ)
    public Response show() {
        if (!visit.actor().seesEverything()) {
            throw Problem.forbidden(
                    "entries-of-the-log",
                    "The whole log is taken away by auditors and platform owners: it names every decision.");
        }
        Head head = exports.head();
        StreamingOutput body = sent -> exports.write(head, sent);
        return Response.ok(body, "application/gzip")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"probatum-" + head.size() + ".tar.gz\"")
                .build();
    }
}
