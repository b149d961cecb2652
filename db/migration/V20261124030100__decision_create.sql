-- A decision: one narrow row for lists, its material beside it as one document that is read and written whole.
create sequence decision_seq;

create table decision (
    id bigint primary key,
    key text not null unique,
    team_id bigint not null references team,
    author_id bigint not null references person,
    title text not null,
    category text not null,
    subject text not null,
    tags text[] not null,
    production_impact text,
    data_sensitivity text,
    reversibility text,
    tier text,
    stage text not null,
    in_review boolean not null default false,
    slot text,
    round int not null default 0,
    due_at timestamptz,
    reminder_at timestamptz,
    reason text,
    editors bigint[] not null,
    criteria_seal text,
    policy text not null,
    filed_at timestamptz not null,
    stage_since timestamptz not null,
    material_at timestamptz not null,
    event_count int not null default 0,
    task_id text,
    version int not null,
    material jsonb not null
);
create index decision_team_stage on decision (team_id, stage, stage_since desc, id desc);
create index decision_newest on decision (id desc);
create index decision_author on decision (author_id, id desc);

create sequence decision_event_seq increment by 50;

create table decision_event (
    id bigint primary key,
    decision_id bigint not null references decision,
    seq int not null,
    at timestamptz not null,
    type text not null,
    actor_id bigint references person,
    summary text not null,
    payload jsonb not null,
    unique (decision_id, seq)
);

-- What happened, happened: rows are added and never changed, by anybody, the owner included.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on % refused: its rows are never changed', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger decision_event_append_only before update or delete on decision_event
    for each row execute function refuse_change();
create trigger decision_event_never_truncated before truncate on decision_event
    for each statement execute function refuse_change();
