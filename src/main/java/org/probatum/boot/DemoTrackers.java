package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.evidence.tracker.KeepTracker;
import org.probatum.evidence.tracker.StartImport;
import org.probatum.evidence.tracker.Tracker;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.Team;
import org.probatum.people.Teams;

/**
 * A tracker on somebody's own machine, as every team tries it first: an import from it stops, because addresses of this very
 * machine are not called, and says what would have it go on.
 */
@ApplicationScoped
class DemoTrackers implements DemoChapter {
    private static final String TEAM = "credit-risk";
    private static final String NAME = "laptop";
    private static final String INSIDE = "http://127.0.0.1:5000";
    private static final List<String> RUNS =
            List.of("91aa0c5d7be24c0f8d7a1f6de3b2c401", "4f3c2a10aa5540b2b6f7c0d1e2f3a4b5");

    private final Teams teams;
    private final People people;
    private final Decisions decisions;
    private final KeepTracker keepTracker;
    private final StartImport startImport;

    DemoTrackers(Teams teams, People people, Decisions decisions, KeepTracker keepTracker, StartImport startImport) {
        this.teams = teams;
        this.people = people;
        this.decisions = decisions;
        this.keepTracker = keepTracker;
        this.startImport = startImport;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public void tell() {
        QuarkusTransaction.requiringNew().run(() -> teams.bySlug(TEAM).ifPresent(this::connect));
    }

    private void connect(Team team) {
        DemoCast cast = DemoCast.of(team, people.membersOf(team.id()));
        Actor lead = cast.fitting("LEAD", team.id(), "", Set.of());
        Actor member = cast.fitting("MEMBER", team.id(), "", Set.of());
        keepTracker.add(lead, TEAM, new KeepTracker.Wanted(NAME, null, INSIDE, Tracker.Auth.NONE, null, null, true));
        decisions.list("team.id = ?1 order by id desc", team.id()).stream()
                .filter(decision -> Part.RUNS.openIn(decision.stage()))
                .map(Decision::key)
                .findFirst()
                .ifPresent(key -> startImport.start(member, key, new StartImport.Wish(NAME, RUNS, null, null, true)));
    }
}
