package org.probatum.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.probatum.people.Actor;
import org.probatum.people.Team;
import org.probatum.shared.Problem;

/** A lead has a message sent to an endpoint to see whether it arrives; it goes the way of every message. */
@ApplicationScoped
public class TryEndpoint {
    private final Endpoints endpoints;
    private final Outbox outbox;
    private final Clock clock;

    TryEndpoint(Endpoints endpoints, Outbox outbox, Clock clock) {
        this.endpoints = endpoints;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The message's id, to be looked for in the log of deliveries. Wake the relay once this has committed. */
    @Transactional
    public String send(Actor actor, String slug, long id) {
        Team team = endpoints.kept(actor, slug);
        Endpoint endpoint = endpoints.of(team, id);
        if (!endpoint.enabled()) {
            throw Problem.conflict("webhook-stopped", "Nothing is sent to this endpoint. Start it first.");
        }
        Happening.Subject nothing = new Happening.Subject(
                0,
                team.prefix() + "-0",
                "A test, no decision",
                "MODEL",
                null,
                "SCOPING",
                team.id(),
                team.slug(),
                team.name());
        Happening happening = new Happening(
                0,
                "Test",
                clock.instant(),
                0,
                actor.id(),
                actor.username(),
                actor.name(),
                "sent a test",
                null,
                nothing);
        Message.Content content =
                new Message.Content(null, happening.sentence(), "/webhooks/" + slug, Topics.TEST, happening);
        Outbox.Addressed addressed = Channels.toEndpoint(UUID.randomUUID(), endpoint.id(), content);
        outbox.write(List.of(addressed));
        return addressed.id();
    }
}
