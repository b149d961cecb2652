-- An open gate waits for several people: its terms as they were when it opened, the seats still open, and whose word stands how.
alter table decision
    add column terms jsonb,
    add column open_seats text[] not null default '{}',
    add column approved bigint[] not null default '{}',
    add column outdated bigint[] not null default '{}',
    add column rejecting bigint[] not null default '{}';

update decision set
    open_seats = array[slot],
    terms = jsonb_build_object(
        'slots', jsonb_build_array(jsonb_build_object('takes', slot, 'count', 1)),
        'workingDays', 3, 'reminderDays', 1, 'escalateTo', 'LEAD', 'waivedBy', 'LEAD',
        'material', jsonb_build_array('TITLE', 'PROFILE', 'SCOPE', 'OPTIONS', 'TRADE_OFFS', 'RISKS', 'ROLLOUT',
                                      'ROLLBACK', 'FOLLOW_UPS', 'SUMMARY', 'RUNS'))
where in_review;

alter table decision drop column slot;
