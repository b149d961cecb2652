package org.probatum.risk.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.probatum.people.Actor;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.risk.Appetite;
import org.probatum.risk.AppetiteChanges;
import org.probatum.risk.Appetites;
import org.probatum.shared.Problem;

/** Reads a team's bounds and what it bears, once for the page's numbers, its table and its plot. */
@ApplicationScoped
class AppetiteDesk {
    private final Teams teams;
    private final Appetites appetites;
    private final AppetiteChanges changes;
    private final Clock clock;

    AppetiteDesk(Teams teams, Appetites appetites, AppetiteChanges changes, Clock clock) {
        this.teams = teams;
        this.appetites = appetites;
        this.changes = changes;
        this.clock = clock;
    }

    /** A team laid open. */
    record Opened(Team team, AppetiteView view, String plot) {}

    Opened open(Actor actor, String slug) {
        Team team = teams.bySlug(slug)
                .filter(found -> actor.sees(found.id()))
                .orElseThrow(() -> Problem.notFound("team " + slug));
        Instant now = clock.instant();
        Instant from = now.minus(AppetiteView.SIDE);
        Instant to = now.plus(AppetiteView.SIDE);
        List<AppetiteChanges.Entry> history = changes.of(team);
        Appetite appetite = appetites.since(team, from, history);
        return new Opened(
                team,
                AppetiteView.of(team, appetite, history, now),
                AppetitePlot.svg(
                        new AppetitePlot.Window(from, now, to, team.zone()),
                        appetite.steps(from, to),
                        appetite.breach(now).orElse(null)));
    }
}
