-- The log: every governance event as a leaf of a Merkle tree (RFC 6962). An event waits here from the transaction that made it
-- until it is a leaf; rows of the tree are added and never changed.
create table log_pending (
    event_id bigint not null,
    source text not null,
    primary key (event_id, source)
);

create function log_events() returns trigger language plpgsql as $$
begin
    insert into log_pending (event_id, source) select id, tg_argv[0] from added;
    return null;
end $$;

-- Events that belong to no decision: what happens to the log itself, and to what all decisions are judged by.
create sequence log_event_seq increment by 1;
create table log_event (
    id bigint primary key default nextval('log_event_seq'),
    at timestamptz not null,
    type text not null,
    actor_id bigint references person,
    payload jsonb not null
);

create trigger decision_event_logged after insert on decision_event referencing new table as added
    for each statement execute function log_events('decision');
create trigger log_event_logged after insert on log_event referencing new table as added
    for each statement execute function log_events('log');

create table log_leaf (
    index bigint primary key check (index >= 0),
    source text not null,
    event_id bigint not null,
    leaf text not null,
    hash bytea not null check (length(hash) = 32),
    unique (event_id, source)
);

-- Tiles of 256 hashes, once they are full; those that are not yet are read from what is one level below.
create table log_tile (
    level smallint not null,
    index bigint not null,
    hashes bytea not null check (length(hashes) = 8192),
    root bytea not null check (length(root) = 32),
    primary key (level, index)
);

create table log_checkpoint (
    size bigint primary key,
    root bytea not null check (length(root) = 32),
    note text not null,
    at timestamptz not null
);

do $$
declare kept text;
begin
    foreach kept in array array['log_event', 'log_leaf', 'log_tile', 'log_checkpoint'] loop
        execute format('create trigger %1$s_append_only before update or delete on %1$s'
            ' for each row execute function refuse_change()', kept);
        execute format('create trigger %1$s_never_truncated before truncate on %1$s'
            ' for each statement execute function refuse_change()', kept);
    end loop;
end $$;

-- What happened before there was a log is logged first.
insert into log_pending (event_id, source) select id, 'decision' from decision_event;
