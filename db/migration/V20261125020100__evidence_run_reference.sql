-- A run that came from a tracker is cited by where it is there; one attached by hand by its name: inline:<name>.
alter table run add column reference text;
create unique index run_reference on run (decision_id, reference) where reference is not null;
