-- Several people review a gate, and again when what they saw has changed: a review is one a person, material and vote.
alter table review drop constraint review_decision_id_gate_round_reviewer_id_key;
create index review_round on review (decision_id, gate, round, id);

-- Nobody fills two seats: one approval a person and material.
create unique index review_approves_once on review (decision_id, gate, round, reviewer_id, material_digest)
    where vote = 'APPROVE';

-- A rejection ends the decision only by a second person's word, or lapses by the word of whoever gave it.
create table rejection_end (
    review_id bigint primary key references review,
    reviewer_id bigint not null references person,
    outcome text not null,
    ended_by bigint not null references person,
    comment text not null,
    at timestamptz not null,
    constraint rejection_takes_two check (outcome = 'WITHDRAWN' and ended_by = reviewer_id
                                          or outcome = 'CONFIRMED' and ended_by <> reviewer_id)
);
create trigger rejection_end_append_only before update or delete on rejection_end
    for each row execute function refuse_change();
create trigger rejection_end_never_truncated before truncate on rejection_end
    for each statement execute function refuse_change();

-- Somebody entitled lets a requirement pass, as it was found then, until a day.
create sequence waiver_seq increment by 50;

create table waiver (
    id bigint primary key,
    decision_id bigint not null references decision,
    gate text not null,
    requirement text not null,
    item text,
    found text not null,
    granted_by bigint not null references person,
    granted_at timestamptz not null,
    expires_on date not null,
    reason text not null,
    constraint never_waived check (requirement not in (
        'scope.boundary', 'scope.outcomes', 'scope.criteria', 'options.alternatives', 'options.claims',
        'trade-offs.complete', 'trade-offs.competent', 'trade-offs.rollout', 'trade-offs.rollback', 'risk.owned',
        'risk.within-tolerance', 'risk.within-appetite', 'verification.reproduced', 'publication.summary',
        'publication.follow-ups'))
);
create index waiver_decision on waiver (decision_id);
create trigger waiver_append_only before update or delete on waiver for each row execute function refuse_change();
create trigger waiver_never_truncated before truncate on waiver for each statement execute function refuse_change();
