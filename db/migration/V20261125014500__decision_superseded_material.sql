-- What a decision said before it was revised, from its first gate on: the material as of any event can be laid open again.
-- Kept by the database itself, whichever road the revision took; the service may read it and no more.
create table superseded_material (
    decision_id bigint not null references decision,
    before_seq int not null,
    profile jsonb not null,
    material jsonb not null,
    primary key (decision_id, before_seq)
);

create function keep_superseded_material() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
declare
    told jsonb := jsonb_build_object('title', old.title, 'category', old.category, 'subject', old.subject,
        'tags', old.tags, 'productionImpact', old.production_impact, 'dataSensitivity', old.data_sensitivity,
        'reversibility', old.reversibility);
begin
    if old.round > 0 and (old.material is distinct from new.material
            or told is distinct from jsonb_build_object('title', new.title, 'category', new.category,
                'subject', new.subject, 'tags', new.tags, 'productionImpact', new.production_impact,
                'dataSensitivity', new.data_sensitivity, 'reversibility', new.reversibility)) then
        insert into superseded_material (decision_id, before_seq, profile, material)
        values (old.id, old.event_count + 1, jsonb_strip_nulls(told), old.material)
        on conflict do nothing;
    end if;
    return null;
end $$;
create trigger decision_keeps_superseded_material
    after update of material, title, category, subject, tags, production_impact, data_sensitivity, reversibility
    on decision for each row execute function keep_superseded_material();

create trigger superseded_material_append_only before update or delete on superseded_material
    for each row execute function refuse_change();
create trigger superseded_material_never_truncated before truncate on superseded_material
    for each statement execute function refuse_change();
