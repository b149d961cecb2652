-- A comparison of a decision's options on one criterion as it was filed: which runs by digest, which differences were named, what came
-- of it. Never changed: another run makes another comparison, and this one outdated.
create sequence comparison_seq increment by 50;
create table comparison (
    id bigint primary key default nextval('comparison_seq'),
    decision_id bigint not null references decision,
    criterion text not null,
    filed_by bigint not null references person,
    filed_at timestamptz not null,
    basis text not null,
    digest text not null,
    filing jsonb not null
);
create index comparison_decision on comparison (decision_id, id desc);
create trigger comparison_append_only before update or delete on comparison
    for each row execute function refuse_change();
create trigger comparison_never_truncated before truncate on comparison
    for each statement execute function refuse_change();
