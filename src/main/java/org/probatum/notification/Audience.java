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

    /** Whoever an escalation has reached: the person it names, or everybody at its level. */
    ESCALATED("""
            select x.person_id from decision_event e join escalation x on x.id = cast(e.payload ->> 'escalation' as bigint)
            where e.id = :event and x.decision_id = :decision and e.type = 'EscalationRaised'
                and x.person_id is not null
            union
            select f.id from decision_event e join escalation x on x.id = cast(e.payload ->> 'escalation' as bigint)
            join person f on e.payload ->> 'level' = any(f.platform_roles) or exists (select from membership m
                where m.person_id = f.id and m.team_id = x.team_id and e.payload ->> 'level' = any(m.roles))
            where e.id = :event and x.decision_id = :decision
                and (e.type = 'EscalationClimbed' or x.person_id is null)"""),

    /** Whoever is accountable for what is followed up. */
    ACCOUNTABLE("""
            select u.accountable_id from decision_event e join follow_up u on u.id = cast(e.payload ->> 'followUp' as bigint)
            where e.id = :event and u.decision_id = :decision and u.accountable_id is not null""");

    private final String people;

    Audience(String people) {
        this.people = people;
    }

    /** Their ids, of the parameters {@code decision} and {@code event}. */
    String people() {
        return people;
    }
}
