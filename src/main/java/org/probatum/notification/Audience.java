package org.probatum.notification;

/** Sets of people, each found by one statement about the decision as it stands when the event is told. */
enum Audience {
    /** Whoever filed it. */
    AUTHOR("select d.author_id from decision d where d.id = :decision"),

    /** Whoever an open gate still waits for: those who fit a slot and are not excluded, as the inbox has it. */
    REVIEWERS("""
            select m.person_id from work_item w join membership m on m.team_id = w.team_id
            join person f on f.id = m.person_id
            where w.decision_id = :decision and w.kind = 'REVIEW'
                and (w.slot = any(m.roles) or w.slot = any(f.competences)) and not m.person_id = any(w.excluded)
            union
            select w.person_id from work_item w
            where w.decision_id = :decision and w.kind = 'REVIEW' and w.person_id is not null"""),

    /** Whoever could be the second person that a rejection waits for. */
    CONFIRMERS("""
            select m.person_id from work_item w join membership m on m.team_id = w.team_id
            join person f on f.id = m.person_id
            where w.decision_id = :decision and w.kind = 'CONFIRM'
                and (w.slot = any(m.roles) or w.slot = any(f.competences)) and not m.person_id = any(w.excluded)"""),

    /** Whoever this very event has taken the approval from. */
    OUTDATED("""
            select w.person_id from work_item w join decision_event e on e.id = :event
                and e.at <= w.opened_at + interval '10 milliseconds'
            where w.decision_id = :decision and w.kind = 'REVIEW' and w.person_id is not null"""),

    /** Whoever owns a risk that waits to be decided on. */
    RISK_OWNERS("select w.person_id from work_item w where w.decision_id = :decision and w.kind = 'ACCEPT'"
            + " and w.person_id is not null"),

    /** Whoever leads the team. */
    LEADS("select m.person_id from membership m join decision d on d.team_id = m.team_id"
            + " where d.id = :decision and 'LEAD' = any(m.roles)"),

    /** Whoever holds the role that the event says it reaches. */
    REACHED("select m.person_id from membership m join decision d on d.team_id = m.team_id"
            + " join decision_event e on e.decision_id = d.id and e.id = :event"
            + " where d.id = :decision and e.payload ->> 'reaches' = any(m.roles)"),

    /** Whoever the event names: by username, or by the role it is addressed to. */
    NAMED("""
            select f.id from decision_event e join decision d on d.id = e.decision_id
            join person f on f.username in (e.payload ->> 'owner', e.payload ->> 'to', e.payload ->> 'person')
            where e.id = :event and d.id = :decision
            union
            select m.person_id from decision_event e join decision d on d.id = e.decision_id
            join membership m on m.team_id = d.team_id and (e.payload ->> 'to' = any(m.roles)
                or e.payload ->> 'role' = any(m.roles) or e.payload ->> 'reaches' = any(m.roles))
            where e.id = :event and d.id = :decision""");

    private final String people;

    Audience(String people) {
        this.people = people;
    }

    /** Their ids, of the parameters {@code decision} and {@code event}. */
    String people() {
        return people;
    }
}
