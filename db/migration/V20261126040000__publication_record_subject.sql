-- What published decisions are about, by digest: the question of a release pipeline is answered by one index.
create table record_subject (
    digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
    decision_id bigint not null references decision,
    name text not null,
    primary key (digest, decision_id)
);

create trigger record_subject_append_only before update or delete on record_subject
    for each row execute function refuse_change();
create trigger record_subject_never_truncated before truncate on record_subject
    for each statement execute function refuse_change();

-- Of what was published before: the record itself, and what the runs of the selected option wrote.
insert into record_subject (digest, decision_id, name)
select r.digest, r.decision_id, 'record of ' || r.key from record r
union all
select distinct on (a ->> 'sha256', r.decision_id) a ->> 'sha256', r.decision_id, (run ->> 'name') || '/' || (a ->> 'path')
from record r
    cross join lateral jsonb_path_query(r.document, '$.material.choice.options[*]') o
    cross join lateral jsonb_path_query(r.document, '$.runs[*]') run
    join run stored on stored.decision_id = r.decision_id and stored.name = run ->> 'name'
    cross join lateral jsonb_path_query(stored.manifest, '$.artifacts[*]') a
where o ->> 'id' = r.document -> 'material' -> 'choice' ->> 'selected'
  and (o -> 'runs') ? coalesce(run ->> 'reference', 'inline:' || (run ->> 'name'))
  and a ->> 'sha256' ~ '^sha256:[0-9a-f]{64}$';
