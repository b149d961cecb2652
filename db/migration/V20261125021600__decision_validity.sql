-- Whether a published decision still holds. Its stage stays what it is: it was published, whatever becomes of it.
alter table decision
    add column validity text not null default 'HOLDS' check (validity in ('HOLDS', 'QUESTIONED', 'REAFFIRMED', 'REVOKED')),
    add column validity_since timestamptz,
    add constraint validity_of_published check (validity = 'HOLDS' or stage = 'PUBLISHED');
create index decision_questioned on decision (validity_since) where validity <> 'HOLDS';

-- What is revoked stays revoked.
create function refuse_return() returns trigger language plpgsql as $$
begin
    raise exception 'decision % is revoked and holds no more', old.key using errcode = 'insufficient_privilege';
end $$;
create trigger decision_revoked_for_good before update of validity on decision
    for each row when (old.validity = 'REVOKED' and new.validity <> 'REVOKED') execute function refuse_return();
