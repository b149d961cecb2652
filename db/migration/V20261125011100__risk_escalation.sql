-- Something crossed a threshold and waits for somebody's answer: which, by how much, since when, whom it has reached.
create sequence escalation_seq increment by 50;

create table escalation (
    id bigint primary key,
    decision_id bigint not null references decision,
    team_id bigint not null references team,
    kind text not null,
    subject text not null,
    title text not null,
    threshold text not null,
    measured text not null,
    excess int not null check (excess >= 0),
    unit text not null,
    raised_at timestamptz not null,
    first_level text not null check (first_level in ('RISK_OWNER', 'LEAD', 'PLATFORM_OWNER')),
    level text not null check (level in ('RISK_OWNER', 'LEAD', 'PLATFORM_OWNER')),
    person_id bigint references person,
    assigned_to bigint references person,
    due_at timestamptz not null,
    state text not null check (state in ('OPEN', 'REFUSED', 'ANSWERED', 'CLOSED')),
    ended_at timestamptz,
    outcome text,
    holds_until date,
    task_id text,
    version int not null
);
create unique index escalation_one_open on escalation (decision_id, kind, subject) where state in ('OPEN', 'REFUSED');
create index escalation_of_decision on escalation (decision_id, id);
create index escalation_open on escalation (team_id, due_at, id) where state = 'OPEN';

-- What was answered, by whom: kept for ever. A correction is another row.
create sequence escalation_answer_seq increment by 50;

create table escalation_answer (
    id bigint primary key,
    escalation_id bigint not null references escalation,
    answered_by bigint not null references person,
    level text not null,
    answered_at timestamptz not null,
    answer text not null,
    comment text not null check (comment ~ '\S'),
    until date,
    person_id bigint references person
);
create index escalation_answer_of on escalation_answer (escalation_id, id);
create trigger escalation_answer_append_only before update or delete on escalation_answer
    for each row execute function refuse_change();
create trigger escalation_answer_never_truncated before truncate on escalation_answer
    for each statement execute function refuse_change();
create trigger escalation_never_deleted before delete on escalation for each row execute function refuse_change();
create trigger escalation_never_truncated before truncate on escalation
    for each statement execute function refuse_change();

-- Whoever had a hand in the material answers no escalation on it, by whatever road the row comes.
create function refuse_own_answer() returns trigger language plpgsql as $$
begin
    if exists (select from escalation e join decision d on d.id = e.decision_id
               where e.id = new.escalation_id
                 and (new.answered_by = any (d.editors || d.producers) or new.answered_by = d.author_id)) then
        raise exception 'person % worked on the decision and may not answer its escalation', new.answered_by
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger escalation_answer_by_others before insert on escalation_answer
    for each row execute function refuse_own_answer();
