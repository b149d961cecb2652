-- A board narrowed to a category walks along that category alone, however few of a stage's decisions are of it.
create index decision_category_due on decision (stage, category, due_at, id)
    where stage in ('SCOPING', 'OPTIONS', 'TRADE_OFFS', 'VERIFICATION', 'PUBLICATION');
create index decision_team_category_due on decision (team_id, stage, category, due_at, id)
    where stage in ('SCOPING', 'OPTIONS', 'TRADE_OFFS', 'VERIFICATION', 'PUBLICATION');
