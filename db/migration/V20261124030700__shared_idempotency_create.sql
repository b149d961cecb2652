-- The answer already given to a request that names itself, so that asking twice does once.
create table answered_request (
    person_id bigint not null references person,
    key text not null,
    request_digest text not null,
    status int,
    location text,
    etag text,
    body text,
    at timestamptz not null,
    primary key (person_id, key)
);
create index answered_request_age on answered_request (at);
