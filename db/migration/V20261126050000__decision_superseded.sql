-- A later decision may take the place of a published one, which is as final as a revocation.
do $$
declare named text;
begin
    select c.conname into strict named from pg_constraint c
    where c.conrelid = 'decision'::regclass and c.contype = 'c' and c.conkey = array[(
        select a.attnum from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'validity')];
    execute format('alter table decision drop constraint %I', named);
end $$;
alter table decision add constraint decision_validity_known
    check (validity in ('HOLDS', 'QUESTIONED', 'REAFFIRMED', 'REVOKED', 'SUPERSEDED'));

create or replace function refuse_return() returns trigger language plpgsql as $$
begin
    raise exception 'decision % is % and holds no more', old.key, lower(old.validity)
        using errcode = 'insufficient_privilege';
end $$;
create trigger decision_superseded_for_good before update of validity on decision
    for each row when (old.validity = 'SUPERSEDED' and new.validity <> 'SUPERSEDED') execute function refuse_return();
