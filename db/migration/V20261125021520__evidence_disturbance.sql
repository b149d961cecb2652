-- What a run rests on is no longer what it was: found when, and what came of it. Both are added to and never changed.
create table evidence_disturbance (
    id bigint generated always as identity primary key,
    run_id bigint not null references run,
    decision_id bigint not null references decision,
    kind text not null check (kind in ('CHANGED', 'VANISHED', 'RECALLED')),
    what text not null check (what ~ '\S'),
    found_at timestamptz not null,
    recall_id bigint references recall,
    unique (run_id, recall_id)
);
create index evidence_disturbance_of on evidence_disturbance (decision_id, id);
create index evidence_disturbance_by on evidence_disturbance (recall_id, decision_id) where recall_id is not null;

create table evidence_disturbance_end (
    id bigint generated always as identity primary key,
    disturbance_id bigint not null references evidence_disturbance,
    how text not null check (how in ('ACCEPTED', 'REAFFIRMED', 'WITHDRAWN')),
    ended_by bigint references person,
    ended_at timestamptz not null,
    until date,
    reason text not null check (reason ~ '\S'),
    check ((how = 'ACCEPTED') = (until is not null)),
    check ((how = 'WITHDRAWN') or ended_by is not null)
);
create index evidence_disturbance_end_of on evidence_disturbance_end (disturbance_id);

create trigger evidence_disturbance_append_only before update or delete on evidence_disturbance
    for each row execute function refuse_change();
create trigger evidence_disturbance_never_truncated before truncate on evidence_disturbance
    for each statement execute function refuse_change();
create trigger evidence_disturbance_end_append_only before update or delete on evidence_disturbance_end
    for each row execute function refuse_change();
create trigger evidence_disturbance_end_never_truncated before truncate on evidence_disturbance_end
    for each statement execute function refuse_change();

-- Nobody lets their own disturbed evidence stand, by whatever road the row comes.
create function refuse_own_disturbance() returns trigger language plpgsql as $$
begin
    if exists (select from evidence_disturbance e join decision d on d.id = e.decision_id
               where e.id = new.disturbance_id
                 and (new.ended_by = any (d.editors || d.producers) or new.ended_by = d.author_id)) then
        raise exception 'person % worked on the decision and may not let its disturbed evidence stand', new.ended_by
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger evidence_disturbance_end_by_others before insert on evidence_disturbance_end
    for each row when (new.how <> 'WITHDRAWN') execute function refuse_own_disturbance();
