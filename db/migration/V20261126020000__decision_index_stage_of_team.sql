-- A list of a stage is read newest first, team by team: the index that knew a stage's order by time had no reader left.
drop index decision_team_stage;
create index decision_team_stage_newest on decision (team_id, stage, id desc);
