-- What waits for whom: for one person, or for whoever in the team can fill the slot and is not excluded.
create sequence work_item_seq increment by 50;

create table work_item (
    id bigint primary key,
    decision_id bigint not null references decision,
    team_id bigint not null references team,
    kind text not null,
    person_id bigint references person,
    slot text,
    excluded bigint[] not null,
    opened_at timestamptz not null,
    due_at timestamptz not null
);
create index work_item_decision on work_item (decision_id);
create index work_item_person on work_item (person_id, due_at, id) where person_id is not null;
create index work_item_slot on work_item (team_id, slot, due_at, id) where slot is not null;
