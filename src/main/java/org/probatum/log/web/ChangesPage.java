package org.probatum.log.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import org.probatum.people.Visit;

/** Changes of people and of rules, newest first, for those who see everything. */
@Path("/log/changes")
public class ChangesPage {
    private static final int SHOWN = 50;

    private final Changes changes;
    private final Visit visit;

    ChangesPage(Changes changes, Visit visit) {
        this.changes = changes;
        this.visit = visit;
    }

    /** Those below an id; older is where the next page begins, 0 when there is none. */
    @CheckedTemplate(basePath = "log", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChangeList(List<Changes.Entry> entries, boolean newest, long older) implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@QueryParam("before") @Nullable String before) {
        ChangesResource.requireEverything(visit.actor());
        long below = before != null && before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        List<Changes.Entry> entries = changes.newest(below, SHOWN);
        long last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).id();
        return new ChangeList(entries, below == Long.MAX_VALUE, last > 1 ? last : 0);
    }
}
