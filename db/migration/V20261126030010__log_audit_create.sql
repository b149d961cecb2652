-- Who had the whole log verified, when, and what came of it.
create sequence log_audit_seq increment by 1;
create table log_audit (
    id bigint primary key default nextval('log_audit_seq'),
    asked_by bigint not null references person,
    asked_at timestamptz not null,
    looked_at bigint not null default 0,
    seen_alive timestamptz not null,
    ended_at timestamptz,
    report jsonb
);
