-- A tracker of a team's: where it is, and who the service is there, encrypted. One that runs were imported from is never
-- deleted, for their references lead to it: it is removed, and forgets its secret.
-- Its runs are looked at again from watch_after on: whoever looks sets it, so that all nodes together keep to one rate.
create sequence tracker_seq;

create table tracker (
    id bigint primary key,
    team_id bigint not null references team,
    name text not null,
    kind text not null,
    url text not null,
    auth text not null check (auth in ('NONE', 'BASIC', 'BEARER')),
    username text,
    secret bytea,
    writes_back boolean not null,
    created_by bigint not null references person,
    created_at timestamptz not null,
    removed_at timestamptz,
    watch_after timestamptz not null default '-infinity',
    unique (team_id, name),
    check (removed_at is null or secret is null)
);
