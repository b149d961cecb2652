-- Whom the reviewer acted for, when not for themselves.
alter table review add column for_id bigint references person;
alter table review add constraint review_for_another check (for_id <> reviewer_id);

-- One human counts once: among the approvals of the same material in the same round, nobody votes and is voted for.
create function check_one_vote_a_human() returns trigger language plpgsql as $$
begin
    perform from decision where id = new.decision_id for no key update;
    if new.vote = 'APPROVE' and exists (
            select from review r
            where r.decision_id = new.decision_id and r.gate = new.gate and r.round = new.round
              and r.material_digest = new.material_digest and r.vote = 'APPROVE'
              and (r.reviewer_id in (new.reviewer_id, new.for_id) or r.for_id in (new.reviewer_id, new.for_id))) then
        raise exception 'one-vote-a-human: somebody in this approval is in another of the same material'
            using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger review_one_vote_a_human before insert on review for each row execute function check_one_vote_a_human();
