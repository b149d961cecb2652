-- Something that runs rest on was called back: who said so and why, kept for ever. Withdrawing it is another row.
create sequence recall_seq increment by 50;

create table recall (
    id bigint primary key,
    kind text not null check (kind in ('DATASET', 'COMMIT', 'ARTIFACT', 'RUN')),
    value text collate "C" not null check (value ~ '\S'),
    reason text not null check (reason ~ '\S'),
    remedy text not null check (remedy ~ '\S'),
    recalled_by bigint not null references person,
    recalled_at timestamptz not null
);
create index recall_of on recall (value, kind);
create index recall_newest on recall (id desc);

create table recall_end (
    recall_id bigint primary key references recall,
    ended_by bigint not null references person,
    ended_at timestamptz not null,
    reason text not null check (reason ~ '\S')
);

create trigger recall_append_only before update or delete on recall for each row execute function refuse_change();
create trigger recall_never_truncated before truncate on recall for each statement execute function refuse_change();
create trigger recall_end_append_only before update or delete on recall_end for each row execute function refuse_change();
create trigger recall_end_never_truncated before truncate on recall_end
    for each statement execute function refuse_change();

-- How far the word has been carried to the decisions that rest on it. Worked off in batches by whichever node comes first.
create table recall_spread (
    recall_id bigint primary key references recall,
    withdrawing boolean not null default false,
    after_decision bigint not null default 0,
    decisions int not null default 0,
    done_at timestamptz
);
create index recall_spread_open on recall_spread (recall_id) where done_at is null;
