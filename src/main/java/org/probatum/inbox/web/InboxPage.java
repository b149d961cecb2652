package org.probatum.inbox.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.web.CardFilter;
import org.probatum.decision.web.Cards;
import org.probatum.inbox.Inbox;
import org.probatum.inbox.WorkKind;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.people.Visit;
import org.probatum.shared.web.Cursor;

/** The inbox: the first page after signing in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class InboxPage {
    private static final int SHOWN = 60;
    private static final int FILED = 5;

    private final Inbox inbox;
    private final Cards cards;
    private final Teams teams;
    private final Visit visit;
    private final Clock clock;

    InboxPage(Inbox inbox, Cards cards, Teams teams, Visit visit, Clock clock) {
        this.inbox = inbox;
        this.cards = cards;
        this.teams = teams;
        this.visit = visit;
        this.clock = clock;
    }

    /** What waits, oldest due first; when nothing does, what the person filed instead. */
    @CheckedTemplate(basePath = "inbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Show(
            List<DueGroup> groups,
            String next,
            boolean continued,
            List<Team> teams,
            List<WorkKind> kinds,
            String team,
            @Nullable WorkKind kind,
            boolean narrow,
            List<Cards.Card> filed)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(
            @QueryParam("team") @Nullable String team,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("after") @Nullable String after) {
        Actor actor = visit.actor();
        List<Team> own = teams.of(actor);
        Team chosen =
                own.stream().filter(t -> t.slug().equals(team)).findFirst().orElse(null);
        WorkKind asked = Arrays.stream(WorkKind.values())
                .filter(k -> k.name().equals(kind))
                .findFirst()
                .orElse(null);
        Inbox.Narrowing to = new Inbox.Narrowing(asked, chosen == null ? null : chosen.id());
        Cursor cursor = Cursor.of(after, new Cursor(Instant.EPOCH, 0));
        List<Inbox.Line> found = inbox.lines(actor, to, cursor.at(), cursor.id(), SHOWN + 1);
        List<Inbox.Line> shown = found.subList(0, Math.min(SHOWN, found.size()));
        String slug = chosen == null ? "" : chosen.slug();
        return new Show(
                DueGroup.of(shown, clock.instant()),
                found.size() > SHOWN ? next(slug, asked, shown.get(SHOWN - 1)) : "",
                after != null,
                own,
                List.of(WorkKind.values()),
                slug,
                asked,
                asked != null || chosen != null,
                found.isEmpty() ? filed(actor) : List.of());
    }

    private List<Cards.Card> filed(Actor actor) {
        return cards.slice(actor, CardFilter.of(null, null, null, null, "yes"), null, FILED)
                .items();
    }

    private static String next(String team, @Nullable WorkKind kind, Inbox.Line last) {
        return "/?"
                + List.of(
                                team.isEmpty() ? "" : "team=" + team + "&",
                                kind == null ? "" : "kind=" + kind + "&",
                                "after=" + new Cursor(last.dueAt(), last.id()).words())
                        .stream()
                        .collect(Collectors.joining());
    }
}
