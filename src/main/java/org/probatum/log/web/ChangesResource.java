package org.probatum.log.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.log.Changes;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;
import org.probatum.shared.web.Cursor;

/** Changes of people and of rules, for programs. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangesResource {
    private static final int ANSWERED = 100;

    private final Changes changes;
    private final Visit visit;

    ChangesResource(Changes changes, Visit visit) {
        this.changes = changes;
        this.visit = visit;
    }

    /** A hundred of them, newest first; {@code before} is the id of the last one seen. */
    @GET
    @RolesAllowed(Access.READ)
    public List<Changes.Entry> list(@QueryParam("before") @Nullable String before) {
        requireEverything(visit.actor());
        long below = before == null ? Long.MAX_VALUE : Cursor.number("before", before, Integer.MAX_VALUE);
        return changes.newest(below, ANSWERED);
    }

    static void requireEverything(Actor actor) {
        if (!actor.seesEverything()) {
            throw Problem.forbidden(
                    "changes-of-rules",
                    "Changes of people and of rules are read by auditors and platform owners: they name every team.");
        }
    }
}
