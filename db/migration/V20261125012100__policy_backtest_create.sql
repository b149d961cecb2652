-- A candidate version tried out on past decisions: how far it has come, and each outcome that would flip.
create table policy_backtest (
    id bigint primary key,
    version_id bigint not null references policy_version,
    against_id bigint not null references policy_version,
    team_id bigint references team,
    since timestamptz,
    asked_by bigint not null references person,
    asked_at timestamptz not null,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    beat_at timestamptz not null,
    ended_at timestamptz,
    total int not null,
    done int not null default 0,
    flips int not null default 0,
    decisions int not null default 0
);
create index policy_backtest_version on policy_backtest (version_id, id desc);

create table policy_flip (
    backtest_id bigint not null references policy_backtest,
    place int not null,
    decision_id bigint not null references decision,
    kind text not null,
    subject text not null,
    was text not null,
    would text not null,
    consequence text not null,
    primary key (backtest_id, place)
);
