-- People, the teams they belong to, and the ways they show who they are.
create sequence people_seq increment by 50;

create table team (
    id bigint primary key,
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    prefix text not null unique check (prefix ~ '^[A-Z]{2,6}$'),
    name text not null,
    tolerance text not null,
    appetite int not null check (appetite >= 0),
    zone text not null,
    last_number int not null default 0
);

create table person (
    id bigint primary key,
    username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    name text not null,
    email text not null,
    password_hash text,
    platform_roles text[] not null default '{}',
    competences text[] not null default '{}',
    demo boolean not null default false
);

create table membership (
    team_id bigint not null references team,
    person_id bigint not null references person,
    roles text[] not null,
    primary key (person_id, team_id)
);
create index membership_team on membership (team_id);

-- A session or token is stored as the SHA-256 of its secret: reading this table gives nobody a way in.
create table session (
    secret_hash bytea primary key,
    person_id bigint not null references person,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_expiry on session (expires_at);

create table api_token (
    id bigint primary key,
    secret_hash bytea not null unique,
    person_id bigint not null references person,
    name text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index api_token_person on api_token (person_id);

create table sign_in_failure (
    username text not null,
    at timestamptz not null
);
create index sign_in_failure_recent on sign_in_failure (username, at);
