-- Who is told what. Every event of a decision leaves a row in the outbox, in the event's own transaction and at no
-- statement of its own: what is not committed is not told, what is committed cannot be forgotten.
create table outbox (
    event_id bigint primary key,
    id uuid not null default gen_random_uuid()
);

create function announce_events() returns trigger language plpgsql as $$
begin
    insert into outbox (event_id) select id from added;
    return null;
end $$;
create trigger decision_event_announced after insert on decision_event referencing new table as added
    for each statement execute function announce_events();

-- A receiver outside: an address of a team's own, and the secret that signs what is sent there, encrypted.
create sequence webhook_endpoint_seq;

create table webhook_endpoint (
    id bigint primary key,
    team_id bigint not null references team,
    url text not null,
    events text[] not null,
    secret bytea not null,
    previous_secret bytea,
    previous_until timestamptz,
    enabled boolean not null default true,
    disabled_because text,
    failures int not null default 0,
    held_until timestamptz,
    created_by bigint not null references person,
    created_at timestamptz not null
);
create index webhook_endpoint_team on webhook_endpoint (team_id, id);

-- One message to one recipient by one channel. Its id is the same however often it is sent. Whoever takes it to send it
-- sets next_at to when the others may: a sender that dies is followed by another.
create table delivery (
    id text primary key,
    lane text not null,
    channel text not null,
    person_id bigint references person,
    endpoint_id bigint references webhook_endpoint on delete cascade,
    content jsonb not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'DEAD')),
    attempts int not null default 0,
    created_at timestamptz not null,
    next_at timestamptz not null,
    settled_at timestamptz,
    status int,
    reason text,
    check (num_nonnulls(person_id, endpoint_id) = 1)
);
create index delivery_due on delivery (lane, next_at) where state = 'WAITING';
create index delivery_dead on delivery (settled_at desc, id) where state = 'DEAD';
create index delivery_sent on delivery (settled_at) where state = 'SENT';
create index delivery_endpoint on delivery (endpoint_id, created_at desc, id) where endpoint_id is not null;

-- What somebody reads here.
create table notification (
    id text primary key,
    person_id bigint not null references person,
    kind text not null,
    headline text not null,
    decision_key text not null,
    title text not null,
    path text not null,
    at timestamptz not null,
    read_at timestamptz
);
create index notification_unread on notification (person_id) where read_at is null;
create index notification_newest on notification (person_id, at desc, id desc);

-- How somebody wants to be told of one kind of thing; without a row, in every way there is.
create table notification_preference (
    person_id bigint not null references person,
    kind text not null,
    in_app boolean not null,
    mail boolean not null,
    primary key (person_id, kind)
);
