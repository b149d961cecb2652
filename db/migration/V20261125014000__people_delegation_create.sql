-- Who lets whom act for them, from when until when. Rows stay for ever; ending one early is a row of its own.
create table delegation (
    id bigint primary key,
    from_id bigint not null references person,
    to_id bigint not null references person,
    team_id bigint references team,
    from_at timestamptz not null,
    until_at timestamptz not null,
    reason text not null,
    made_at timestamptz not null,
    made_by bigint not null references person,
    constraint delegation_to_another check (from_id <> to_id),
    constraint delegation_not_to_its_maker check (to_id <> made_by),
    constraint delegation_ends_after_it_begins check (until_at > from_at),
    constraint delegation_at_most_90_days check (until_at - from_at <= interval '90 days')
);
create index delegation_to on delegation (to_id, until_at);
create index delegation_from on delegation (from_id, until_at);

create table delegation_end (
    delegation_id bigint primary key references delegation,
    at timestamptz not null,
    ended_by bigint not null references person
);

-- Each delegation with the time it really holds: one ended before it began holds for no time at all.
create view delegation_span as
    select d.id, d.from_id, d.to_id, d.team_id, d.from_at, least(d.until_at, e.at) as until_at
    from delegation d left join delegation_end e on e.delegation_id = d.id;

-- One delegate at a time for the same work, and what was delegated is not passed on. One after the other, so that two
-- made at the same moment see each other.
create function check_delegation() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('delegation'));
    if exists (select from delegation_span s where s.from_id = new.from_id
               and (s.team_id is null or new.team_id is null or s.team_id = new.team_id)
               and s.from_at < new.until_at and s.until_at > new.from_at) then
        raise exception 'delegation-overlaps: person % has a delegate for a part of that time', new.from_id
            using errcode = 'exclusion_violation';
    end if;
    if exists (select from delegation_span s where (s.to_id = new.from_id or s.from_id = new.to_id)
               and (s.team_id is null or new.team_id is null or s.team_id = new.team_id)
               and s.from_at < new.until_at and s.until_at > new.from_at) then
        raise exception 'delegation-chain: what was delegated is not passed on' using errcode = 'exclusion_violation';
    end if;
    return new;
end $$;
create trigger delegation_stands_alone before insert on delegation for each row execute function check_delegation();

create trigger delegation_append_only before update or delete on delegation
    for each row execute function refuse_change();
create trigger delegation_never_truncated before truncate on delegation
    for each statement execute function refuse_change();
create trigger delegation_end_append_only before update or delete on delegation_end
    for each row execute function refuse_change();
create trigger delegation_end_never_truncated before truncate on delegation_end
    for each statement execute function refuse_change();
