package org.probatum.publication.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.publication.Bundles;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** What proves a record to somebody who does not trust us; {@code verify} on the command line checks it. */
@Path("/api/v1/decisions/{key}/bundle")
public class BundleResource {
    private final Renderings renderings;
    private final Bundles bundles;

    BundleResource(Renderings renderings, Bundles bundles) {
        this.renderings = renderings;
        this.bundles = bundles;
    }

    /** Made anew each time, since the log grows; {@code since} adds that it extends what it was at a size. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Access.READ)
    public Response show(@PathParam("key") String key, @QueryParam("since") @Nullable String since) {
        return Response.ok(Json.write(bundles.of(renderings.record(key), size(since))), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-cache")
                .header("Content-Disposition", "attachment; filename=\"" + key + ".bundle.json\"")
                .build();
    }

    private static @Nullable Long size(@Nullable String since) {
        if (since == null) {
            return null;
        }
        if (!since.matches("[0-9]{1,18}")) {
            throw Problem.invalid(List.of(Violation.at(
                    "/since", "\"" + since + "\" is no size", "how many leaves an earlier checkpoint names")));
        }
        return Long.valueOf(since);
    }
}
