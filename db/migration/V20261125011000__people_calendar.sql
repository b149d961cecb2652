-- A team's own calendar, on the row that every decision of the team reads anyway: which weekdays it rests, and on which
-- days besides ("2026-12-25 Christmas Day", in order).
alter table team
    add column weekend text[] not null default '{SATURDAY,SUNDAY}',
    add column holidays text[] not null default '{}',
    add constraint team_works_some_day check (cardinality(weekend) between 0 and 6);
