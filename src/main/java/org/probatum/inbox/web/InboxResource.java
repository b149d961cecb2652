package org.probatum.inbox.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.inbox.Inbox;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.web.Cursor;

/** What waits for the caller, oldest due first, for programs. */
@Path("/api/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
    private final Inbox inbox;
    private final Visit visit;

    InboxResource(Inbox inbox, Visit visit) {
        this.inbox = inbox;
        this.visit = visit;
    }

    /** A page of the inbox. */
    record Page(List<Inbox.Line> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Access.READ)
    public Page list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String asked) {
        int limit = Cursor.limit(asked);
        Cursor cursor = Cursor.of(after, new Cursor(Instant.EPOCH, 0));
        List<Inbox.Line> found = inbox.lines(visit.actor(), cursor.at(), cursor.id(), limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        Inbox.Line last = found.get(limit - 1);
        return new Page(
                found.subList(0, limit),
                "/api/v1/inbox?limit=" + limit + "&after=" + new Cursor(last.dueAt(), last.id()).words());
    }
}
