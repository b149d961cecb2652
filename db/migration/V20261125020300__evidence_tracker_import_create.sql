-- Runs on their way from a tracker to a decision. Whoever works on an import holds it until leased_until and says so again
-- with every run; a worker that dies is followed by another, which finds what is still WAITING.
create sequence tracker_import_seq;

create table tracker_import (
    id bigint primary key,
    decision_id bigint not null references decision,
    tracker_id bigint not null references tracker,
    asked_by bigint not null references person,
    asked_at timestamptz not null,
    hash_artifacts boolean not null,
    experiments text[] not null,
    filter text,
    listed boolean not null,
    page_token text,
    state text not null check (state in ('OPEN', 'DONE', 'STOPPED')),
    message text,
    leased_until timestamptz not null,
    worker uuid,
    ended_at timestamptz
);
create index tracker_import_open on tracker_import (leased_until) where state = 'OPEN';
create index tracker_import_decision on tracker_import (decision_id, id desc);

create table tracker_import_run (
    import_id bigint not null references tracker_import on delete cascade,
    place int not null,
    external_id text not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'IMPORTED', 'KNOWN', 'FAILED')),
    run_id bigint references run,
    message text,
    primary key (import_id, place),
    unique (import_id, external_id)
);
