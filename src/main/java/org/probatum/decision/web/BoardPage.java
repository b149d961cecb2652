package org.probatum.decision.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Stage;
import org.probatum.decision.material.Category;
import org.probatum.decision.web.Cards.Card;
import org.probatum.people.Access;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.people.Visit;

/** All decisions: the board of what is under way, or the list of one stage. */
@Path("/decisions")
@Produces(MediaType.TEXT_HTML)
public class BoardPage {
    private static final int LISTED = 50;

    private final Board board;
    private final Cards cards;
    private final Teams teams;
    private final Visit visit;

    BoardPage(Board board, Cards cards, Teams teams, Visit visit) {
        this.board = board;
        this.cards = cards;
        this.teams = teams;
        this.visit = visit;
    }

    /** What both views offer to narrow by. */
    record Choices(List<Team> teams, List<Category> categories, List<Stage> stages) {}

    /** Five columns and what ended last. */
    @CheckedTemplate(basePath = "decision", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BoardView(
            CardFilter filter, Choices choices, List<Board.Column> columns, int open, boolean more, List<Card> ended)
            implements TemplateInstance {}

    /** One stage, newest first. */
    @CheckedTemplate(basePath = "decision", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StageList(CardFilter filter, Choices choices, List<Card> cards, String next) implements TemplateInstance {}

    @GET
    @RolesAllowed(Access.READ)
    public Response show(
            @QueryParam("team") @Nullable String team,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("category") @Nullable String category,
            @QueryParam("q") @Nullable String words,
            @QueryParam("mine") @Nullable String mine,
            @QueryParam("after") @Nullable String after) {
        CardFilter filter = CardFilter.of(team, stage, category, words, mine);
        String key = filter.words().toUpperCase(Locale.ROOT);
        if (key.matches("[A-Z]{2,6}-[0-9]{1,9}")) {
            return Response.seeOther(URI.create("/decisions/" + key)).build();
        }
        TemplateInstance page = filter.stage() == null ? board(filter) : list(filter, after);
        return Response.ok(page).build();
    }

    private BoardView board(CardFilter filter) {
        Board.View view = board.view(visit.actor(), filter);
        int open = view.columns().stream().mapToInt(Board.Column::total).sum();
        boolean more = view.columns().stream().anyMatch(Board.Column::uncounted);
        return new BoardView(filter, choices(), view.columns(), open, more, view.ended());
    }

    private StageList list(CardFilter filter, @Nullable String after) {
        Cards.Slice slice = cards.slice(visit.actor(), filter, after, LISTED);
        String next = slice.next() == null
                ? ""
                : "/decisions?" + filter.query() + "after="
                        + Objects.requireNonNull(slice.next()).words();
        return new StageList(filter, choices(), slice.items(), next);
    }

    private Choices choices() {
        return new Choices(
                teams.seenBy(visit.actor()),
                List.of(Category.values()),
                List.of(Stage.values()).subList(1, Stage.values().length));
    }
}
