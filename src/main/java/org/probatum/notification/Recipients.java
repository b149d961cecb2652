package org.probatum.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds out who is told of an event and how: people by the rules and as they prefer, endpoints by what they asked for. */
@ApplicationScoped
class Recipients {
    private static final String PEOPLE = ByRelay.mark("""
            with w (id) as (%s),
            told (id) as (
                select id from w
                -- and whoever acts for them now, unless it is their own work
                union select s.to_id from delegation_span s join w on w.id = s.from_id
                where :acting and s.from_at <= :now and s.until_at > :now
                and (s.team_id is null or s.team_id = :team)
                and not exists (select from work_item i where i.decision_id = :decision and s.to_id = any(i.excluded)))
            select p.id, coalesce(n.in_app, true), coalesce(n.mail, true)
            from told join person p on p.id = told.id
            left join notification_preference n on n.person_id = p.id and n.kind = :kind
            where p.id is distinct from cast(:actor as bigint)
            -- true always: for the parameter that not every audience has a use for
            and :event > 0 order by p.id""");
    private static final String ENDPOINTS = ByRelay.mark("""
            select id from webhook_endpoint where team_id = :team and enabled
            and (cardinality(events) = 0 or :topic = any(events)) order by id""");

    private final EntityManager database;
    private final Clock clock;
    private final Set<String> on;

    Recipients(EntityManager database, Clock clock, @Any Instance<NotificationChannel> channels) {
        this.database = database;
        this.clock = clock;
        this.on = channels.stream()
                .filter(NotificationChannel::isOn)
                .map(NotificationChannel::name)
                .collect(Collectors.toSet());
    }

    List<Outbox.Addressed> of(UUID event, Happening happening) {
        List<Outbox.Addressed> found = people(event, happening);
        if (on.contains(Channels.WEBHOOK)) {
            found.addAll(endpoints(event, happening));
        }
        return found;
    }

    private List<Outbox.Addressed> people(UUID event, Happening happening) {
        List<Outbox.Addressed> found = new ArrayList<>();
        Set<Long> told = new HashSet<>();
        for (Rule rule : Rules.of(happening)) {
            Message.Content content = new Message.Content(
                    rule.kind(),
                    rule.headline().apply(happening),
                    rule.path().apply(happening),
                    happening.topic(),
                    happening);
            for (Object[] row : audience(rule, happening)) {
                long person = ((Number) row[0]).longValue();
                if (told.add(person)) {
                    if ((Boolean) row[1]) {
                        found.add(toPerson(event, person, Channels.IN_APP, content));
                    }
                    if ((Boolean) row[2] && on.contains(Channels.MAIL)) {
                        found.add(toPerson(event, person, Channels.MAIL, content));
                    }
                }
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> audience(Rule rule, Happening happening) {
        return database.createNativeQuery(PEOPLE.formatted(rule.audience().people()))
                .setParameter("kind", rule.kind().name())
                .setParameter("actor", happening.actorId())
                .setParameter("decision", happening.subject().id())
                .setParameter("event", happening.eventId())
                .setParameter("team", happening.subject().teamId())
                .setParameter("acting", rule.kind() == Kind.REVIEW || rule.kind() == Kind.RISK)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    private List<Outbox.Addressed> endpoints(UUID event, Happening happening) {
        List<?> ids = database.createNativeQuery(ENDPOINTS)
                .setParameter("team", happening.subject().teamId())
                .setParameter("topic", happening.topic())
                .getResultList();
        Message.Content content = new Message.Content(
                null, happening.sentence(), "/decisions/" + happening.subject().key(), happening.topic(), happening);
        return ids.stream()
                .map(id -> Channels.toEndpoint(event, ((Number) id).longValue(), content))
                .toList();
    }

    private static Outbox.Addressed toPerson(UUID event, long person, String channel, Message.Content content) {
        return new Outbox.Addressed(
                Message.id(event, "person " + person, channel), channel, channel, person, null, content);
    }
}
