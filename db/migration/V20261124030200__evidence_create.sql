-- A run as it was when it was attached. A corrected run is another run.
create sequence run_seq increment by 50;

create table run (
    id bigint primary key,
    decision_id bigint not null references decision,
    name text not null,
    digest text not null,
    attached_by bigint not null references person,
    attached_at timestamptz not null,
    manifest jsonb not null,
    unique (decision_id, name)
);
create trigger run_append_only before update or delete on run for each row execute function refuse_change();
create trigger run_never_truncated before truncate on run for each statement execute function refuse_change();
