-- By whatever road a run is inserted, what it rests on is known at once, and if that is recalled, so is that. A recall waits
-- for the runs being inserted, so that each is either there when the recall is carried around, or sees the recall itself.
create function keep_sources() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('probatum recall'));
    insert into run_source (run_id, decision_id, kind, value, part, label)
        select new.id, new.decision_id, s.kind, s.value, s.part, s.label
        from run_sources(new.manifest, new.name, new.digest) s;
    insert into evidence_disturbance (run_id, decision_id, kind, what, found_at, recall_id)
        select s.run_id, s.decision_id, 'RECALLED',
               lower(s.kind) || ' ' || s.label || ' (' || left(s.value, 80) || ') was recalled: ' || c.reason,
               new.attached_at, c.id
        from run_source s join recall c on c.value = s.value and c.kind = s.kind
        where s.decision_id = new.decision_id and s.run_id = new.id and s.part <> 'NAME'
          and not exists (select from recall_end e where e.recall_id = c.id)
        on conflict do nothing;
    return null;
end $$;
create trigger run_keeps_sources after insert on run for each row execute function keep_sources();

create function await_runs() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('probatum recall'));
    return new;
end $$;
create trigger recall_awaits_runs before insert on recall for each row execute function await_runs();

-- Runs that are there already.
insert into run_source (run_id, decision_id, kind, value, part, label)
    select r.id, r.decision_id, s.kind, s.value, s.part, s.label
    from run r cross join lateral run_sources(r.manifest, r.name, r.digest) s;
