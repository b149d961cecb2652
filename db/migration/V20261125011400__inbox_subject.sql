-- What exactly is asked, where a decision can ask the same person for several things of one kind.
alter table work_item add column subject text, add column subject_id bigint;
