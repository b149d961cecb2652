-- What the tracker said of a run when it was imported, and the digest of it. Never changed: what the tracker says later is
-- laid beside it.
create table run_snapshot (
    run_id bigint primary key references run,
    decision_id bigint not null references decision,
    tracker_id bigint not null references tracker,
    external_id text not null,
    digest text not null,
    facts jsonb not null,
    models jsonb not null,
    taken_at timestamptz not null,
    unique (decision_id, tracker_id, external_id, digest)
);
create trigger run_snapshot_append_only before update or delete on run_snapshot
    for each row execute function refuse_change();
create trigger run_snapshot_never_truncated before truncate on run_snapshot
    for each statement execute function refuse_change();
