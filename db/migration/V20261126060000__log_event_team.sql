-- Whose matter a change of people or rules is; null for a matter of all.
alter table log_event add column team text;
