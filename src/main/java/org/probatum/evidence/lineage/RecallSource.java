package org.probatum.evidence.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.probatum.people.Actor;
import org.probatum.people.Governance;
import org.probatum.people.PlatformRole;
import org.probatum.people.TeamRole;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * Calls something back that runs rest on. The request only keeps it; the word is carried to the decisions afterwards, in
 * batches. It judges nothing: whoever answers for a decision says whether it holds all the same.
 */
@ApplicationScoped
public class RecallSource {
    /** What is called back, why, and what whoever relied on it should do. */
    public record Terms(SourceKind kind, String value, String reason, String remedy) {}

    /** There is something to carry around. Fired within the transaction. */
    record Stored() {}

    private final Recalls recalls;
    private final Sources sources;
    private final Event<Stored> listeners;
    private final Clock clock;
    private final Governance governance;

    RecallSource(Recalls recalls, Sources sources, Event<Stored> listeners, Clock clock, Governance governance) {
        this.recalls = recalls;
        this.sources = sources;
        this.listeners = listeners;
        this.clock = clock;
        this.governance = governance;
    }

    @Transactional
    public Recalls.Told recall(Actor actor, Terms terms) {
        requireRight(actor);
        Subject subject = subject(terms);
        Recall recall =
                new Recall(subject.kind(), subject.value(), terms.reason(), terms.remedy(), actor, clock.instant());
        // The database lets one recall in at a time, so that of two of the same thing the second sees the first.
        recalls.persistAndFlush(recall);
        recalls.of(List.of(subject)).stream()
                .filter(Recalls.Told::stands)
                .findFirst()
                .ifPresent(before -> {
                    throw Problem.conflict(
                            "recalled-already",
                            "It was recalled already, by " + before.name() + ": " + before.reason()
                                    + ". Withdraw that first to say something else.");
                });
        recalls.getEntityManager()
                .createNativeQuery("insert into recall_spread (recall_id) values (?1)")
                .setParameter(1, recall.id())
                .executeUpdate();
        listeners.fire(new Stored());
        governance.changed(
                actor,
                "EvidenceRecalled",
                null,
                Map.of("kind", subject.kind(), "value", subject.value(), "reason", terms.reason()));
        return recalls.one(recall.id()).orElseThrow();
    }

    /** Whoever leads a team, or keeps the platform. */
    public static boolean mayRecall(Actor actor) {
        return actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER)
                || actor.memberships().values().stream().anyMatch(roles -> roles.contains(TeamRole.LEAD));
    }

    private static void requireRight(Actor actor) {
        if (!mayRecall(actor)) {
            throw Problem.forbidden(
                    "lead-recalls",
                    "Whoever leads a team, or the platform owner, recalls evidence: it questions decisions of every team."
                            + " Ask your team's lead.");
        }
    }

    /** What is known by a digest can be recalled before anybody uses it; anything else only as some run has it. */
    private Subject subject(Terms terms) {
        String stripped = Sources.cut(terms.value().strip());
        String value = terms.kind() == SourceKind.COMMIT ? stripped.toLowerCase(Locale.ROOT) : stripped;
        if (terms.kind() == SourceKind.DATASET || terms.kind() == SourceKind.ARTIFACT) {
            value = value.matches("[0-9a-f]{64}") ? "sha256:" + value : value;
        }
        String shape = terms.kind() == SourceKind.COMMIT ? "[0-9a-f]{40}([0-9a-f]{24})?" : "sha256:[0-9a-f]{64}";
        String label = sources.known(terms.kind(), value).orElse(null);
        if (label == null && !value.matches(shape)) {
            throw Problem.invalid(List.of(Violation.at(
                    "/value",
                    "no run rests on a " + terms.kind().word() + " \"" + value + "\" by more than its name",
                    switch (terms.kind()) {
                        case COMMIT -> "the commit's full hash";
                        case DATASET ->
                            "the digest of its content (sha256: and 64 digits), or an address that runs give";
                        case ARTIFACT -> "the digest of its content: sha256: and 64 digits";
                        case RUN -> "the digest of its manifest, or its reference in its tracker as runs give it";
                    })));
        }
        return new Subject(terms.kind(), value, label == null ? "" : label);
    }
}
