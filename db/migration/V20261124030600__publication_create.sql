-- The record as published: never changed, found by its words.
create table record (
    decision_id bigint primary key references decision,
    key text not null unique,
    title text not null,
    team_id bigint not null references team,
    category text not null,
    published_at timestamptz not null,
    digest text not null,
    document jsonb not null,
    words tsvector not null
);
create index record_newest on record (published_at desc, decision_id desc);
create index record_words on record using gin (words);
create trigger record_append_only before update or delete on record for each row execute function refuse_change();
create trigger record_never_truncated before truncate on record for each statement execute function refuse_change();
