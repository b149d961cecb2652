package org.probatum.decision.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.decision.Judgement;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Json;

/** Every event of a decision's life, newest first, a page at a time. */
@Path("/decisions/{key: [A-Z]{2,6}-[0-9]{1,9}}/history")
@Produces(MediaType.TEXT_HTML)
public class HistoryPage {
    private static final int SHOWN = 50;

    private final Decisions decisions;
    private final Journal journal;
    private final Visit visit;

    HistoryPage(Decisions decisions, Journal journal, Visit visit) {
        this.decisions = decisions;
        this.journal = journal;
        this.visit = visit;
    }

    /** An event with what the tables judged on the way to it. */
    record Line(Journal.Entry entry, List<Judgement> judgements) {
        static Line of(Journal.Entry entry) {
            JsonNode kept = Json.read(entry.payload(), JsonNode.class).path("judgements");
            List<Judgement> judgements = new ArrayList<>();
            kept.forEach(one -> judgements.add(Json.bind(one, Judgement.class)));
            return new Line(entry, judgements);
        }
    }

    /** The events below a sequence number; older is where the next page begins, 0 when there is none. */
    @CheckedTemplate(basePath = "decision", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record History(String key, String title, int events, List<Line> entries, boolean newest, int older)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@PathParam("key") String key, @QueryParam("before") @Nullable String before) {
        Decision decision = decisions.visible(visit.actor(), key);
        int below = before != null && before.matches("[0-9]{1,9}") ? Integer.parseInt(before) : Integer.MAX_VALUE;
        List<Journal.Entry> entries = journal.entries(decision.id(), below, SHOWN);
        int last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
        return new History(
                key,
                decision.profile().title(),
                decision.eventCount(),
                entries.stream().map(Line::of).toList(),
                below == Integer.MAX_VALUE,
                last > 1 ? last : 0);
    }
}
