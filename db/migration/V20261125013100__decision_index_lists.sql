-- Columns of the board by what is due first, lists by what is newest, what ended last: each reads as many rows as it shows.
create index decision_due on decision (stage, due_at, id)
    where stage in ('SCOPING', 'OPTIONS', 'TRADE_OFFS', 'VERIFICATION', 'PUBLICATION');
create index decision_team_due on decision (team_id, stage, due_at, id)
    where stage in ('SCOPING', 'OPTIONS', 'TRADE_OFFS', 'VERIFICATION', 'PUBLICATION');
create index decision_team_ended on decision (team_id, stage_since desc, id desc)
    where stage in ('PUBLISHED', 'DECLINED', 'REJECTED', 'WITHDRAWN');
create index decision_stage_newest on decision (stage, id desc);
