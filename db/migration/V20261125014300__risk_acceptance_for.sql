-- Whom the one who accepted acted for, when not for themselves.
alter table acceptance add column for_id bigint references person;
alter table acceptance add constraint acceptance_for_another check (for_id <> accepted_by);
