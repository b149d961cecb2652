package org.probatum.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.Governance;
import org.probatum.people.Team;
import org.probatum.shared.Problem;
import org.probatum.shared.Vault;
import org.probatum.shared.Violation;
import org.probatum.shared.outbound.AddressRule;

/** A lead adds an endpoint, gives it another secret, stops and starts it, and takes it away. */
@ApplicationScoped
public class KeepEndpoint {
    /** How many endpoints a team has at most. */
    public static final int MOST = 20;

    /** How long the secret before signs too, unless somebody says otherwise. */
    public static final int OVERLAP_HOURS = 24;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Endpoints endpoints;
    private final Vault vault;
    private final Governance governance;
    private final EntityManager database;
    private final Clock clock;

    KeepEndpoint(Endpoints endpoints, Vault vault, Governance governance, EntityManager database, Clock clock) {
        this.endpoints = endpoints;
        this.vault = vault;
        this.governance = governance;
        this.database = database;
        this.clock = clock;
    }

    /** An endpoint to be; no events are all events. */
    public record Wanted(String url, @Nullable List<String> events) {}

    /** An endpoint and its secret: the only time that is seen. */
    public record Issued(Endpoint endpoint, String secret) {}

    @Transactional
    public Issued add(Actor actor, String slug, Wanted wanted) {
        Team team = endpoints.kept(actor, slug);
        String url = wanted.url().strip();
        addressRefusal(url).ifPresent(why -> {
            throw Problem.invalid(List.of(Violation.at(
                    "/url",
                    "nothing can be sent to \"" + url + "\": " + why,
                    "an address such as https://ci.example.org/probatum")));
        });
        List<String> events = wanted.events() == null ? List.of() : wanted.events();
        List<String> known = Topics.all();
        events.stream().filter(event -> !known.contains(event)).findFirst().ifPresent(event -> {
            throw Problem.invalid(List.of(
                    Violation.at("/events", "\"" + event + "\" is no event", "any of " + String.join(", ", known))));
        });
        if (endpoints.count("teamId", team.id()) >= MOST) {
            throw Problem.conflict("enough-webhooks", "A team has at most " + MOST + " webhooks; remove one first.");
        }
        long id = ((Number) database.createNativeQuery("select nextval('webhook_endpoint_seq')")
                        .getSingleResult())
                .longValue();
        String secret = secret();
        Endpoint endpoint = new Endpoint(
                id, team.id(), url, events, vault.encrypt(secret, Endpoints.owner(id)), actor.id(), clock.instant());
        endpoints.persist(endpoint);
        tell(actor, "WebhookAdded", team, endpoint);
        return new Issued(endpoint, secret);
    }

    /** Another secret signs from now on; the one before signs too until the overlap ends. */
    @Transactional
    public Issued rotate(Actor actor, String slug, long id, int overlapHours) {
        Team team = endpoints.kept(actor, slug);
        Endpoint endpoint = endpoints.of(team, id);
        String secret = secret();
        endpoint.rotate(
                vault.encrypt(secret, Endpoints.owner(id)), clock.instant().plus(Duration.ofHours(overlapHours)));
        tell(actor, "WebhookSecretChanged", team, endpoint);
        return new Issued(endpoint, secret);
    }

    @Transactional
    public Endpoint enable(Actor actor, String slug, long id, boolean on) {
        Team team = endpoints.kept(actor, slug);
        Endpoint endpoint = endpoints.of(team, id);
        endpoint.enable(on, actor.name() + " stopped it");
        tell(actor, on ? "WebhookStarted" : "WebhookStopped", team, endpoint);
        return endpoint;
    }

    /** Takes the endpoint away, with whatever was still to be sent there. */
    @Transactional
    public void remove(Actor actor, String slug, long id) {
        Team team = endpoints.kept(actor, slug);
        Endpoint endpoint = endpoints.of(team, id);
        endpoints.delete(endpoint);
        tell(actor, "WebhookRemoved", team, endpoint);
    }

    /** By host alone: the rest of an address is often a secret. */
    private void tell(Actor actor, String type, Team team, Endpoint endpoint) {
        governance.changed(
                actor,
                type,
                team,
                Map.of(
                        "webhook", endpoint.id(),
                        "host", URI.create(endpoint.url()).getHost(),
                        "events", endpoint.events()));
    }

    /** What can be told without asking for its address, which is asked when something is sent. */
    private static Optional<String> addressRefusal(String url) {
        try {
            return AddressRule.refusal(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.of("it is no address");
        }
    }

    private static String secret() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return "whsec_" + Base64.getEncoder().encodeToString(bits);
    }
}
