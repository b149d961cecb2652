-- What is still to be written into trackers about runs whose decision was published.
create sequence tracker_note_seq;

create table tracker_note (
    id bigint primary key default nextval('tracker_note_seq'),
    tracker_id bigint not null references tracker,
    external_id text not null,
    decision_key text not null,
    tags jsonb not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'WRITTEN', 'DEAD')),
    attempts int not null default 0,
    next_at timestamptz not null,
    reason text,
    settled_at timestamptz
);
create index tracker_note_due on tracker_note (next_at) where state = 'WAITING';
create index tracker_note_tracker on tracker_note (tracker_id, id desc);
