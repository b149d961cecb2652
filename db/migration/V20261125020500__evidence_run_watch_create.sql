-- What the tracker said last of a run, and when it is asked again. Whoever takes a row to ask sets next_at to when the
-- others may.
create table run_watch (
    run_id bigint primary key references run_snapshot,
    tracker_id bigint not null references tracker,
    next_at timestamptz not null,
    looked_at timestamptz,
    state text not null default 'SAME' check (state in ('SAME', 'CHANGED', 'VANISHED')),
    found_digest text,
    difference text,
    unreachable_since timestamptz,
    unreachable text
);
create index run_watch_due on run_watch (next_at);
