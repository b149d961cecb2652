package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.Governance;
import org.probatum.people.Team;
import org.probatum.shared.Problem;
import org.probatum.shared.Vault;
import org.probatum.shared.Violation;
import org.probatum.shared.outbound.AddressRule;

/**
 * Adds a team's tracker, changes where it leads and who the service is there, and removes it. A secret is never given out
 * again, and never to another address: whoever changes the address says the secret anew.
 */
@ApplicationScoped
public class KeepTracker {
    private static final int MOST = 20;

    private final Trackers trackers;
    private final TrackerReaders readers;
    private final Vault vault;
    private final EntityManager database;
    private final Clock clock;
    private final Governance governance;

    KeepTracker(
            Trackers trackers,
            TrackerReaders readers,
            Vault vault,
            EntityManager database,
            Clock clock,
            Governance governance) {
        this.trackers = trackers;
        this.readers = readers;
        this.vault = vault;
        this.database = database;
        this.clock = clock;
        this.governance = governance;
    }

    /** What somebody wants; a change leaves the name as it is, and the secret when none is given. */
    public record Wanted(
            @Nullable String name,
            @Nullable String kind,
            String url,
            Tracker.Auth auth,
            @Nullable String username,
            @Nullable String secret,
            @Nullable Boolean writesBack) {
        @Override
        public String toString() {
            return "Wanted[" + name + ", " + url + ", " + auth + "]";
        }
    }

    @Transactional
    public Tracker add(Actor actor, String slug, Wanted wanted) {
        Team team = trackers.kept(actor, slug);
        String name = Optional.ofNullable(wanted.name())
                .orElseThrow(() -> invalid("/name", "it has no name", "a short name, such as prod"));
        String kind = Objects.requireNonNullElse(wanted.kind(), "MLFLOW");
        readers.of(kind);
        if (trackers.of(team.id()).size() >= MOST) {
            throw Problem.conflict("enough-trackers", "A team has at most " + MOST + " trackers; remove one first.");
        }
        if (trackers.count("teamId = ?1 and name = ?2", team.id(), name) > 0) {
            throw Problem.conflict(
                    "tracker-exists",
                    "The name " + name
                            + " is taken, or was, and references of imported runs lead to it: take another.");
        }
        long id = ((Number) database.createNativeQuery("select nextval('tracker_seq')")
                        .getSingleResult())
                .longValue();
        Tracker tracker = new Tracker(id, team.id(), name, kind, actor.id(), clock.instant());
        settle(tracker, wanted, true);
        trackers.persist(tracker);
        tell(actor, "TrackerConnected", team, tracker);
        return tracker;
    }

    @Transactional
    public Tracker change(Actor actor, String slug, long id, Wanted wanted) {
        Team team = trackers.kept(actor, slug);
        Tracker tracker = trackers.of(team, id);
        settle(tracker, wanted, !wanted.url().equals(tracker.url()) || wanted.auth() != tracker.auth());
        tell(actor, "TrackerChanged", team, tracker);
        return tracker;
    }

    /** Takes it away, and its secret; what was imported stays, and is watched no more. */
    @Transactional
    public void remove(Actor actor, String slug, long id) {
        Team team = trackers.kept(actor, slug);
        Tracker tracker = trackers.of(team, id);
        tracker.remove(clock.instant());
        tell(actor, "TrackerRemoved", team, tracker);
    }

    private void tell(Actor actor, String type, Team team, Tracker tracker) {
        governance.changed(
                actor, type, team, Map.of("name", tracker.name(), "url", tracker.url(), "auth", tracker.auth()));
    }

    private void settle(Tracker tracker, Wanted wanted, boolean anew) {
        refusal(wanted.url()).ifPresent(why -> {
            throw invalid("/url", why, "an http or https address, such as https://mlflow.example.org");
        });
        tracker.leadTo(wanted.url(), Boolean.TRUE.equals(wanted.writesBack()));
        if (wanted.auth() == Tracker.Auth.NONE) {
            tracker.signInAs(Tracker.Auth.NONE, null, null);
            return;
        }
        String secret = Objects.requireNonNullElse(wanted.secret(), "");
        if (secret.isEmpty() && anew) {
            throw invalid(
                    "/secret",
                    "there is no secret for this address",
                    "the password or the token; the one before is not told to another address");
        }
        if (wanted.auth() == Tracker.Auth.BASIC
                && (wanted.username() == null || wanted.username().isBlank())) {
            throw invalid("/username", "there is no name to sign in with", "the name the password belongs to");
        }
        if (secret.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw invalid("/secret", "it has characters that no header may have", "the secret alone, on one line");
        }
        String username = wanted.auth() == Tracker.Auth.BASIC ? wanted.username() : null;
        tracker.signInAs(
                wanted.auth(),
                username,
                secret.isEmpty() ? tracker.secret : vault.encrypt(secret, Tracker.owner(tracker.id())));
    }

    /** What can be told without asking for its address, which is asked when something is read. */
    private static Optional<String> refusal(String url) {
        try {
            URI address = new URI(url);
            return address.getRawQuery() == null
                    ? AddressRule.refusal(address)
                    : Optional.of("what follows the ? has no place in it, and may be a secret");
        } catch (URISyntaxException e) {
            return Optional.of("it is no address");
        }
    }

    private static Problem invalid(String pointer, String wrong, String right) {
        return Problem.invalid(List.of(Violation.at(pointer, wrong, right)));
    }
}
