-- Something promised until a day: a follow-up, the verification of a risk, an acceptance that ends.
create sequence follow_up_seq increment by 50;

create table follow_up (
    id bigint primary key,
    decision_id bigint not null references decision,
    kind text not null check (kind in ('FOLLOW_UP', 'RISK_VERIFICATION', 'ACCEPTANCE')),
    subject text not null,
    what text not null,
    accountable_id bigint references person,
    started_at timestamptz not null,
    due_on date not null,
    due_at timestamptz not null,
    reminder_at timestamptz not null,
    reminded_at timestamptz,
    state text not null check (state in ('OPEN', 'DONE', 'FAILED', 'ENDED')),
    ended_at timestamptz,
    ended_by bigint references person,
    note text,
    task_id text,
    version int not null
);
create index follow_up_of_decision on follow_up (decision_id, id);
create index follow_up_person on follow_up (accountable_id, due_at) where state = 'OPEN';
