-- What was said of a run that was run again, with everything it rests on and what was measured. Another rerun is another verdict:
-- the newest counts, and those before it stay.
create table rerun_verdict (
    id bigint generated always as identity primary key,
    decision_id bigint not null references decision,
    run_id bigint not null references run,
    rerun_id bigint,
    manifest text not null check (manifest ~ '^sha256:[0-9a-f]{64}$'),
    verdict text not null check (verdict in ('BITWISE', 'STATISTICAL', 'NOT_REPRODUCED', 'INCONCLUSIVE')),
    judgement jsonb not null,
    metrics jsonb not null check (jsonb_typeof(metrics) = 'object'),
    judged_at timestamptz not null,
    check (judgement ->> 'verdict' = verdict)
);
create index rerun_verdict_newest on rerun_verdict (decision_id, run_id, id desc);

create trigger rerun_verdict_append_only before update or delete on rerun_verdict
    for each row execute function refuse_change();
create trigger rerun_verdict_never_truncated before truncate on rerun_verdict
    for each statement execute function refuse_change();
