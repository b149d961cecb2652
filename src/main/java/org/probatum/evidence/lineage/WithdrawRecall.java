package org.probatum.evidence.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.probatum.people.Actor;
import org.probatum.people.Governance;
import org.probatum.people.PlatformRole;
import org.probatum.shared.Problem;

/** Takes a recall back: by whoever recalled, or by the platform owner. It stays on record; what it disturbed is let go. */
@ApplicationScoped
public class WithdrawRecall {
    /** Why it stands no more. */
    public record Terms(String reason) {}

    private static final String END = """
            insert into recall_end (recall_id, ended_by, ended_at, reason) values (?1, ?2, ?3, ?4) on conflict do nothing
            """;
    private static final String AGAIN = """
            update recall_spread set withdrawing = true, after_decision = 0, done_at = null where recall_id = ?1
            """;

    private final Recalls recalls;
    private final Event<RecallSource.Stored> listeners;
    private final Clock clock;
    private final Governance governance;

    WithdrawRecall(Recalls recalls, Event<RecallSource.Stored> listeners, Clock clock, Governance governance) {
        this.recalls = recalls;
        this.listeners = listeners;
        this.clock = clock;
        this.governance = governance;
    }

    @Transactional
    public Recalls.Told withdraw(Actor actor, long id, Terms terms) {
        if (!RecallSource.mayRecall(actor)) {
            throw Problem.forbidden("lead-recalls", "Whoever leads a team, or the platform owner, withdraws a recall.");
        }
        Recalls.Told told = recalls.one(id).orElseThrow(() -> Problem.notFound("recall " + id));
        if (!told.stands()) {
            throw withdrawnAlready();
        }
        if (!mayWithdraw(actor, told)) {
            throw Problem.forbidden(
                    "recaller-withdraws",
                    "Whoever recalled it, " + told.name() + ", withdraws it, or the platform owner.");
        }
        // A run attached meanwhile sees either the recall or its end.
        recalls.getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('probatum recall'))")
                .getSingleResult();
        int ended = recalls.getEntityManager()
                .createNativeQuery(END)
                .setParameter(1, id)
                .setParameter(2, actor.id())
                .setParameter(3, clock.instant())
                .setParameter(4, terms.reason())
                .executeUpdate();
        if (ended == 0) {
            throw withdrawnAlready();
        }
        governance.changed(actor, "RecallWithdrawn", null, Map.of("recall", id, "reason", terms.reason()));
        recalls.getEntityManager().createNativeQuery(AGAIN).setParameter(1, id).executeUpdate();
        listeners.fire(new RecallSource.Stored());
        return recalls.one(id).orElseThrow();
    }

    private static Problem withdrawnAlready() {
        return Problem.conflict("withdrawn-already", "The recall was withdrawn already.");
    }

    /** Whoever recalled it, or keeps the platform. */
    public static boolean mayWithdraw(Actor actor, Recalls.Told told) {
        return told.stands()
                && RecallSource.mayRecall(actor)
                && (told.recalledBy() == actor.id() || actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER));
    }
}
