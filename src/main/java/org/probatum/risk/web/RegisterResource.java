package org.probatum.risk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.web.Cursor;

/** The risk register for programs. */
@Path("/api/v1/risks")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
    private final Register register;
    private final Visit visit;

    RegisterResource(Register register, Visit visit) {
        this.register = register;
        this.visit = visit;
    }

    /** A page of the register, and the address of the next when there is one. */
    public record Page(List<RegisterRow> items, @Nullable String next) {}

    /** The risks the caller sees, the gravest first; those closed with their decision only when state is ALL or CLOSED. */
    @GET
    @RolesAllowed(Access.READ)
    public Page list(@BeanParam RiskQuery query) {
        RiskFilter filter = RiskFilter.of(query);
        int limit = Cursor.limit(query.limit);
        Register.Slice slice = register.slice(visit.actor(), filter, RiskPlace.of(query.after), limit);
        RiskPlace after = slice.next();
        return new Page(
                slice.items(),
                after == null
                        ? null
                        : "/api/v1/risks?" + filter.query() + "limit=" + limit + "&after=" + after.words());
    }
}
