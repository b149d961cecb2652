-- An acceptance names its team, so that a team's sum is read without walking its decisions. What it says is not touched.
alter table acceptance add column team_id bigint references team;
alter table acceptance disable trigger acceptance_append_only;
update acceptance a set team_id = d.team_id from decision d where d.id = a.decision_id;
alter table acceptance enable trigger acceptance_append_only;
alter table acceptance alter column team_id set not null;
create index acceptance_team on acceptance (team_id, expires_on);

-- Why an acceptance ended before its last day, and when: once ended it never holds again. Expiry needs no row.
create table acceptance_end (
    acceptance_id bigint primary key references acceptance,
    at timestamptz not null,
    cause text not null check (cause in ('REPLACED', 'REWRITTEN', 'WORKED_ON', 'DECISION_ENDED', 'REVOKED')),
    ended_by bigint references person,
    reason text,
    check ((cause = 'REVOKED') = (ended_by is not null and reason is not null))
);
create trigger acceptance_end_append_only before update or delete on acceptance_end
    for each row execute function refuse_change();
create trigger acceptance_end_never_truncated before truncate on acceptance_end
    for each statement execute function refuse_change();
