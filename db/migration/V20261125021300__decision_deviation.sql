-- Every change of the criteria once they are sealed, or once a run is attached: before and after, kept by the database itself
-- whichever road the change took. Those after the seal are deviations. The service may read them and no more.
create table criteria_change (
    decision_id bigint not null references decision,
    sealed boolean not null,
    number int not null,
    -- The event that made the change; null when it was made past the service.
    seq int,
    at timestamptz not null,
    -- How many runs were attached then: their results could be known.
    runs int not null,
    said jsonb not null,
    says jsonb not null,
    primary key (decision_id, sealed, number)
);

create function keep_criteria_change() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
declare
    attached int;
    is_sealed boolean := old.criteria_seal is not null;
begin
    if jsonb_strip_nulls(old.material #> '{scope,criteria}')
            is not distinct from jsonb_strip_nulls(new.material #> '{scope,criteria}') then
        return null;
    end if;
    select count(*) into attached from run where decision_id = old.id;
    if is_sealed or attached > 0 then
        insert into criteria_change (decision_id, sealed, number, seq, at, runs, said, says)
        select old.id, is_sealed, coalesce(max(number), 0) + 1,
            case when new.event_count > old.event_count then new.event_count end,
            case when new.material_at is distinct from old.material_at then new.material_at else clock_timestamp() end,
            attached, coalesce(old.material #> '{scope,criteria}', '[]'), coalesce(new.material #> '{scope,criteria}', '[]')
        from criteria_change where decision_id = old.id and sealed = is_sealed;
    end if;
    return null;
end $$;
create trigger decision_keeps_criteria_change after update of material on decision
    for each row execute function keep_criteria_change();

-- The first seal is the seal for ever: passing the scope gate a second time makes no change of the criteria disappear.
create function keep_first_seal() returns trigger language plpgsql as $$
begin
    raise exception 'the criteria of decision % are sealed, and their seal is never changed', old.key
        using errcode = 'insufficient_privilege';
end $$;
create trigger decision_keeps_first_seal before update of criteria_seal on decision for each row
    when (old.criteria_seal is not null and new.criteria_seal is distinct from old.criteria_seal)
    execute function keep_first_seal();

-- Why a deviation was made, in its maker's words. The newest explanation is the one that is answered.
create sequence deviation_explanation_seq increment by 50;
create table deviation_explanation (
    id bigint primary key,
    decision_id bigint not null,
    sealed boolean not null default true check (sealed),
    number int not null,
    text text not null,
    explained_by bigint not null references person,
    explained_at timestamptz not null,
    foreign key (decision_id, sealed, number) references criteria_change,
    unique (decision_id, id)
);
create index deviation_explanation_of on deviation_explanation (decision_id, number);

-- A second person's word on one explanation: another explanation needs another word.
create sequence deviation_answer_seq increment by 50;
create table deviation_answer (
    id bigint primary key,
    decision_id bigint not null,
    explanation_id bigint not null unique,
    answer text not null check (answer in ('APPROVE', 'REJECT')),
    comment text not null,
    answered_by bigint not null references person,
    answered_at timestamptz not null,
    foreign key (decision_id, explanation_id) references deviation_explanation (decision_id, id)
);
create trigger deviation_answer_duties before insert on deviation_answer
    for each row execute function check_duties('answered_by', 'for_id', 'answered_at');

create trigger criteria_change_append_only before update or delete on criteria_change
    for each row execute function refuse_change();
create trigger criteria_change_never_truncated before truncate on criteria_change
    for each statement execute function refuse_change();
create trigger deviation_explanation_append_only before update or delete on deviation_explanation
    for each row execute function refuse_change();
create trigger deviation_explanation_never_truncated before truncate on deviation_explanation
    for each statement execute function refuse_change();
create trigger deviation_answer_append_only before update or delete on deviation_answer
    for each row execute function refuse_change();
create trigger deviation_answer_never_truncated before truncate on deviation_answer
    for each statement execute function refuse_change();
