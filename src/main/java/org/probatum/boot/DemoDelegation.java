package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Delegate;
import org.probatum.people.People;
import org.probatum.people.Team;
import org.probatum.people.Teams;

/** Who is away in the demo: a reviewer for whom a colleague acts now, and a lead who has planned a leave. */
@ApplicationScoped
class DemoDelegation implements DemoChapter {
    private final Delegate delegate;
    private final Teams teams;
    private final People people;
    private final Clock clock;

    DemoDelegation(Delegate delegate, Teams teams, People people, Clock clock) {
        this.delegate = delegate;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void tell() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        Runnable now = () -> {
            away("fraud", "tariq", "ben", null, today.plusDays(11), "At the conference, with no time to read");
            away("credit-risk", "dana", "ivo", today.plusDays(20), today.plusDays(34), "On leave");
        };
        if (clock instanceof DemoClock past) {
            past.at(Instant.now().minus(Duration.ofDays(2)), now);
        } else {
            now.run();
        }
    }

    private void away(
            String slug, String absent, String acts, @Nullable LocalDate starts, LocalDate until, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            Team team = teams.bySlug(slug).orElseThrow();
            DemoCast cast = DemoCast.of(team, people.membersOf(team.id()));
            delegate.delegate(cast.named(absent), new Delegate.Wanted(null, acts, team.slug(), starts, until, reason));
        });
    }
}
