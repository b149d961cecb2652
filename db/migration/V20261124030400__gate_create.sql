-- A review: who voted what on which material. One a person, gate and round.
create sequence review_seq increment by 50;

create table review (
    id bigint primary key,
    decision_id bigint not null references decision,
    gate text not null,
    round int not null,
    reviewer_id bigint not null references person,
    slot text not null,
    vote text not null,
    comment text not null,
    material_digest text not null,
    report jsonb not null,
    at timestamptz not null,
    unique (decision_id, gate, round, reviewer_id)
);
create trigger review_append_only before update or delete on review for each row execute function refuse_change();
create trigger review_never_truncated before truncate on review for each statement execute function refuse_change();
