package org.probatum.shared.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.List;
import org.probatum.shared.Problem;

/** The schemas of what goes in, the very files it is checked by, and of what comes out. */
@Path("/schemas")
public class SchemaResource {
    /** The files among the resources, by name. */
    public static final List<String> SERVED =
            List.of("decision-1.json", "run-1.json", "record-1.json", "requests-1.json", "webhook-1.json");

    @GET
    @Path("{name}")
    @Produces("application/schema+json")
    @PermitAll
    public InputStream schema(@PathParam("name") String name) {
        InputStream schema = SERVED.contains(name)
                ? Thread.currentThread().getContextClassLoader().getResourceAsStream("schemas/" + name)
                : null;
        if (schema == null) {
            throw Problem.notFound("schema " + name);
        }
        return schema;
    }
}
