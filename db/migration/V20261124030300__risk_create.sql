-- A risk owner's word that a residual risk may stand until a day, for the risk as it read then.
create sequence acceptance_seq increment by 50;

create table acceptance (
    id bigint primary key,
    decision_id bigint not null references decision,
    risk_id text not null,
    risk_digest text not null,
    level text not null,
    points int not null,
    accepted_by bigint not null references person,
    accepted_at timestamptz not null,
    expires_on date not null,
    reason text not null
);
create index acceptance_decision on acceptance (decision_id);
create trigger acceptance_append_only before update or delete on acceptance for each row execute function refuse_change();
create trigger acceptance_never_truncated before truncate on acceptance for each statement execute function refuse_change();
