-- Every version of every decision table, what was proposed to be put in force, and what was in force since when.
create sequence policy_seq increment by 1;

create table policy_version (
    id bigint primary key,
    table_name text not null,
    number int not null check (number > 0),
    digest text not null,
    dmn text not null,
    uploaded_by bigint references person,
    uploaded_at timestamptz not null,
    why text not null,
    unique (table_name, number),
    unique (table_name, digest)
);

-- Nobody puts a version in force alone: one platform owner proposes it, another one confirms.
create table policy_proposal (
    id bigint primary key,
    version_id bigint not null references policy_version,
    proposed_by bigint not null references person,
    proposed_at timestamptz not null,
    why text not null
);
create index policy_proposal_version on policy_proposal (version_id, id);

-- In force is the newest row of a table; those before it say which version judged when. The first ones nobody proposed.
create table policy_in_force (
    id bigint primary key,
    table_name text not null,
    version_id bigint not null references policy_version,
    since timestamptz not null,
    proposal_id bigint references policy_proposal,
    confirmed_by bigint references person,
    why text not null
);
create index policy_in_force_newest on policy_in_force (table_name, id desc);

create trigger policy_version_append_only before update or delete on policy_version
    for each row execute function refuse_change();
create trigger policy_version_never_truncated before truncate on policy_version
    for each statement execute function refuse_change();
create trigger policy_proposal_append_only before update or delete on policy_proposal
    for each row execute function refuse_change();
create trigger policy_proposal_never_truncated before truncate on policy_proposal
    for each statement execute function refuse_change();
create trigger policy_in_force_append_only before update or delete on policy_in_force
    for each row execute function refuse_change();
create trigger policy_in_force_never_truncated before truncate on policy_in_force
    for each statement execute function refuse_change();
