package org.probatum.risk.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Access;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.people.Visit;
import org.probatum.risk.Level;
import org.probatum.risk.Ratings;
import org.probatum.risk.RiskState;

/** The risk register: every risk one may see, as a matrix and as a list. */
@Path("/risks")
@Produces(MediaType.TEXT_HTML)
public class RegisterPage {
    private static final int LISTED = 50;

    private final Register register;
    private final Ratings ratings;
    private final Teams teams;
    private final Visit visit;

    RegisterPage(Register register, Ratings ratings, Teams teams, Visit visit) {
        this.register = register;
        this.ratings = ratings;
        this.teams = teams;
        this.visit = visit;
    }

    /** The page. */
    @CheckedTemplate(basePath = "risk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RegisterView(
            RiskFilter filter,
            List<Team> teams,
            List<Level> levels,
            List<RiskState> states,
            List<HeatMap> maps,
            int total,
            List<Lowered> lowered,
            List<RegisterRow> rows,
            String next)
            implements TemplateInstance {}

    /** How many risks the mitigation took from one level to another. */
    record Lowered(@Nullable Level from, @Nullable Level to, int risks) {}

    @GET
    @RolesAllowed(Access.READ)
    public TemplateInstance show(@BeanParam RiskQuery query) {
        RiskFilter filter = RiskFilter.of(query);
        List<Register.Count> counts = register.counts(visit.actor(), filter);
        Register.Slice slice = register.slice(visit.actor(), filter, RiskPlace.of(query.after), LISTED);
        RiskPlace after = slice.next();
        return new RegisterView(
                filter,
                teams.seenBy(visit.actor()),
                List.of(Level.values()),
                List.of(RiskState.values()),
                List.of(HeatMap.inherent(ratings, filter, counts), HeatMap.residual(ratings, filter, counts)),
                counts.stream().mapToInt(Register.Count::risks).sum(),
                lowered(counts),
                slice.items(),
                after == null ? "" : "/risks?" + filter.query() + "after=" + after.words());
    }

    private List<Lowered> lowered(List<Register.Count> counts) {
        return java.util.Arrays.stream(Level.values())
                .flatMap(from -> java.util.Arrays.stream(Level.values())
                        .filter(to -> to.compareTo(from) < 0)
                        .map(to -> new Lowered(from, to, moved(counts, from, to))))
                .filter(moved -> moved.risks() > 0)
                .toList();
    }

    private int moved(List<Register.Count> counts, Level from, Level to) {
        return counts.stream()
                .filter(c -> c.inherent() != null && c.residual() != null)
                .filter(c -> level(c.inherent()) == from && level(c.residual()) == to)
                .mapToInt(Register.Count::risks)
                .sum();
    }

    private @Nullable Level level(org.probatum.risk.@Nullable Cell cell) {
        return cell == null
                ? null
                : ratings.of(cell.likelihood(), cell.impact()).level();
    }
}
