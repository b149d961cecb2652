package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.probatum.notification.KeepEndpoint;
import org.probatum.notification.Notifications;
import org.probatum.notification.Relay;
import org.probatum.notification.TryEndpoint;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.Team;
import org.probatum.people.Teams;

/**
 * What the demo's people were told: the last days are unread, the rest was read; and a webhook to an address on this very
 * machine, which is refused, so that there is a dead letter to look at.
 */
@ApplicationScoped
class DemoNotifications implements DemoChapter {
    private static final Duration UNREAD = Duration.ofDays(4);
    private static final String HOOKED = "credit-risk";
    private static final String INSIDE = "http://127.0.0.1:9/training-pipeline";

    private final Teams teams;
    private final People people;
    private final KeepEndpoint keepEndpoint;
    private final TryEndpoint tryEndpoint;
    private final Relay relay;
    private final Notifications notifications;
    private final Clock clock;

    DemoNotifications(
            Teams teams,
            People people,
            KeepEndpoint keepEndpoint,
            TryEndpoint tryEndpoint,
            Relay relay,
            Notifications notifications,
            Clock clock) {
        this.teams = teams;
        this.people = people;
        this.keepEndpoint = keepEndpoint;
        this.tryEndpoint = tryEndpoint;
        this.relay = relay;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** After the stories were told. */
    @Override
    public int order() {
        return 90;
    }

    @Override
    public void tell() {
        relay.catchUp();
        Instant readUpTo = clock.instant().minus(UNREAD);
        QuarkusTransaction.requiringNew().run(() -> {
            for (Team team : teams.listAll()) {
                DemoCast cast = DemoCast.of(team, people.membersOf(team.id()));
                cast.actors().forEach(actor -> notifications.markRead(actor, readUpTo));
                if (team.slug().equals(HOOKED)) {
                    hook(cast.fitting("LEAD", team.id(), "", Set.of()), team);
                }
            }
        });
    }

    private void hook(Actor lead, Team team) {
        KeepEndpoint.Issued hook =
                keepEndpoint.add(lead, team.slug(), new KeepEndpoint.Wanted(INSIDE, List.of("decision.published")));
        tryEndpoint.send(lead, team.slug(), hook.endpoint().id());
    }
}
