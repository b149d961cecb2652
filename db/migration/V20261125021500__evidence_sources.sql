-- What each run rests on, narrow and indexed both ways: for the graph of one decision, and for "who rests on this?" over all.
-- CONTENT is told by a digest; DECLARED is only said (an address with a version, a tracker's reference) and is weaker; SELF is
-- the run's own; URI and NAME are other words by which the same is found.
create table run_source (
    run_id bigint not null references run,
    decision_id bigint not null references decision,
    kind text not null check (kind in ('DATASET', 'COMMIT', 'ARTIFACT', 'RUN')),
    value text collate "C" not null check (value ~ '\S'),
    part text not null check (part in ('CONTENT', 'DECLARED', 'SELF', 'URI', 'NAME')),
    label text not null,
    primary key (value, kind, decision_id, run_id)
);
create index run_source_of_decision on run_source (decision_id, run_id);

-- Longer words are cut: an index entry has a bound, and nothing so long differs only in its end.
create function run_sources(manifest jsonb, name text, digest text)
    returns table (kind text, value text, part text, label text) language sql immutable as $$
    select distinct on (s.kind, s.value) s.kind, s.value, s.part, left(s.label, 300)
    from (
        select kind, left(btrim(value), 500) as value, part, rank, label
        from (
            select 'DATASET' as kind, d ->> 'sha256' as value, 'CONTENT' as part, 1 as rank,
                   concat_ws(' ', d ->> 'name', d ->> 'version') as label
            from jsonb_array_elements(case jsonb_typeof(manifest -> 'data') when 'array' then manifest -> 'data'
                                      else '[]' end) d
            union all
            select 'DATASET', coalesce(d ->> 'uri', d ->> 'name') || coalesce('@' || (d ->> 'version'), ''), 'DECLARED', 2,
                   concat_ws(' ', d ->> 'name', d ->> 'version')
            from jsonb_array_elements(case jsonb_typeof(manifest -> 'data') when 'array' then manifest -> 'data'
                                      else '[]' end) d
            where d ->> 'sha256' is null
            union all
            select 'DATASET', d ->> 'uri', 'URI', 3, concat_ws(' ', d ->> 'name', d ->> 'version')
            from jsonb_array_elements(case jsonb_typeof(manifest -> 'data') when 'array' then manifest -> 'data'
                                      else '[]' end) d
            union all
            select 'DATASET', d ->> 'name', 'NAME', 4, d ->> 'name'
            from jsonb_array_elements(case jsonb_typeof(manifest -> 'data') when 'array' then manifest -> 'data'
                                      else '[]' end) d
            union all
            select 'COMMIT', lower(manifest #>> '{code,commit}'), 'CONTENT', 1,
                   concat_ws(' ', manifest #>> '{code,repository}', left(lower(manifest #>> '{code,commit}'), 10))
            union all
            select 'ARTIFACT', a ->> 'sha256', 'CONTENT', 1, a ->> 'path'
            from jsonb_array_elements(case jsonb_typeof(manifest -> 'artifacts') when 'array' then manifest -> 'artifacts'
                                      else '[]' end) a
            union all
            select 'ARTIFACT', a ->> 'path', 'NAME', 4, a ->> 'path'
            from jsonb_array_elements(case jsonb_typeof(manifest -> 'artifacts') when 'array' then manifest -> 'artifacts'
                                      else '[]' end) a
            union all
            select 'RUN', digest, 'SELF', 1, name
            union all
            select 'RUN', 'inline:' || name, 'NAME', 4, name
            union all
            select 'RUN', concat_ws('/', manifest #>> '{lineage,tracker}', manifest #>> '{lineage,runId}'), 'SELF', 2, name
            where manifest #>> '{lineage,runId}' is not null
            union all
            select 'RUN', manifest #>> '{lineage,parent}', 'DECLARED', 3, manifest #>> '{lineage,parent}'
        ) every
    ) s
    where s.value ~ '\S'
    order by s.kind, s.value, s.rank
$$;

create trigger run_source_append_only before update or delete on run_source for each row execute function refuse_change();
create trigger run_source_never_truncated before truncate on run_source for each statement execute function refuse_change();
