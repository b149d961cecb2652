-- What a team may bear, changed: by whom, from what to what, and why.
create sequence appetite_change_seq increment by 50;

create table appetite_change (
    id bigint primary key,
    team_id bigint not null references team,
    version int not null,
    at timestamptz not null,
    changed_by bigint not null references person,
    tolerance_before text not null,
    tolerance text not null,
    appetite_before int not null,
    appetite int not null check (appetite >= 0),
    reason text not null,
    unique (team_id, version)
);
create trigger appetite_change_append_only before update or delete on appetite_change
    for each row execute function refuse_change();
create trigger appetite_change_never_truncated before truncate on appetite_change
    for each statement execute function refuse_change();
