-- The board shows what ended last, whatever number of decisions ended before.
create index decision_ended on decision (stage_since desc, id desc)
    where stage in ('PUBLISHED', 'DECLINED', 'REJECTED', 'WITHDRAWN');
