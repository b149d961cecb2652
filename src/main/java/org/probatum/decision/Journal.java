package org.probatum.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.log.Logged;
import org.probatum.people.Actor;
import org.probatum.shared.Json;

/** Where every event of every decision is written, in the transaction of the action that made it. */
@ApplicationScoped
public class Journal implements PanacheRepository<EventRow> {
    /** An event as it was recorded, for whoever listens within the transaction. */
    public record Recorded(Decision decision, DecisionEvent event) {}

    /** An event as a history shows it; the actor is null when the service itself acted. */
    public record Entry(
            int seq, Instant at, String type, @Nullable String actor, String summary, String payload) {}

    private final Event<Recorded> listeners;
    private final Event<Logged> log;
    private final Clock clock;

    Journal(Event<Recorded> listeners, Event<Logged> log, Clock clock) {
        this.listeners = listeners;
        this.log = log;
        this.clock = clock;
    }

    /** Records what somebody did. */
    public void record(Decision decision, Actor actor, DecisionEvent event) {
        write(decision, actor.id(), event);
    }

    /** Records what the service itself did. */
    public void record(Decision decision, DecisionEvent event) {
        write(decision, null, event);
    }

    private void write(Decision decision, @Nullable Long actorId, DecisionEvent event) {
        persist(new EventRow(
                decision.id(), decision.nextEvent(), clock.instant(), actorId, event, payload(decision, event)));
        listeners.fire(new Recorded(decision, event));
        log.fire(new Logged());
    }

    /** The event, with what was judged on the way to it. */
    private static String payload(Decision decision, DecisionEvent event) {
        List<Judgement> judged = decision.takeJudgements();
        if (judged.isEmpty()) {
            return Json.write(event);
        }
        ObjectNode payload = Json.MAPPER.valueToTree(event);
        payload.set("judgements", Json.MAPPER.valueToTree(judged));
        return Json.write(payload);
    }

    /** What the log calls the source of these events. */
    public static final String SOURCE = EventLeaves.NAME;

    /** The ids of all of a decision's events, as the log knows them. */
    public List<Long> ids(long decisionId) {
        return getEntityManager()
                .createQuery("select id from EventRow where decisionId = ?1 order by seq", Long.class)
                .setParameter(1, decisionId)
                .getResultList();
    }

    /** The newest entries below a sequence number, newest first. */
    public List<Entry> entries(long decisionId, int below, int limit) {
        return getEntityManager()
                .createQuery(
                        "select new org.probatum.decision.Journal$Entry(e.seq, e.at, e.type, p.name, e.summary, e.payload)"
                                + " from EventRow e left join Person p on p.id = e.actorId"
                                + " where e.decisionId = :decision and e.seq < :below order by e.seq desc",
                        Entry.class)
                .setParameter("decision", decisionId)
                .setParameter("below", below)
                .setMaxResults(limit)
                .getResultList();
    }
}
