-- Runs to be run again: ordered with a decision, worked on by whichever node holds the lease, over once and for all.
create sequence rerun_seq increment by 50;

create table rerun (
    id bigint primary key,
    decision_id bigint not null references decision,
    run_id bigint not null references run,
    name text not null unique,
    ordered_by bigint references person,
    ordered_at timestamptz not null,
    executor text not null,
    queue text,
    limits jsonb not null,
    state text not null check (state in ('WAITING', 'PREPARING', 'STARTED', 'OVER')),
    words text,
    fence int not null default 0,
    leased_until timestamptz not null default '-infinity',
    next_at timestamptz not null default '-infinity',
    launch jsonb,
    handle text,
    node text,
    started_at timestamptz,
    ended_at timestamptz,
    cpu_seconds double precision,
    cancelled_by bigint references person,
    ending jsonb,
    log_tail text,
    check (handle is null or launch is not null),
    check ((state = 'OVER') = (ending is not null))
);
create index rerun_due on rerun (next_at, id) where state <> 'OVER';
create index rerun_of_decision on rerun (decision_id, id);
create unique index rerun_one_open on rerun (run_id) where state <> 'OVER';

-- What is over stays as it ended, and what was started is known by one handle for ever.
create function refuse_rerun_change() returns trigger language plpgsql as $$
begin
    if old.state = 'OVER' then
        raise exception 'rerun % is over and stays as it ended', old.id using errcode = 'insufficient_privilege';
    end if;
    if old.handle is not null and new.handle is distinct from old.handle
            or (new.id, new.decision_id, new.run_id, new.name) is distinct from (old.id, old.decision_id, old.run_id, old.name) then
        raise exception 'rerun % was started already', old.id using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger rerun_over_for_good before update on rerun for each row execute function refuse_rerun_change();
create trigger rerun_never_deleted before delete on rerun for each row execute function refuse_change();
create trigger rerun_never_truncated before truncate on rerun for each statement execute function refuse_change();

-- Narrow enough to count in one look whether any waits or runs.
alter table decision add column rerunning boolean not null default false;
alter table decision add column stopped boolean not null default false;
