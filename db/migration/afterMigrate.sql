-- The service signs in as a role that may add to the record of what happened and may not change it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'probatum_service') then
        create role probatum_service nologin;
    end if;
exception when insufficient_privilege then
    raise notice 'role probatum_service not made: the triggers alone guard the append-only tables';
end $$;
do $$
begin
    if exists (select from pg_roles where rolname = 'probatum_service') then
        grant usage on schema public to probatum_service;
        grant select, insert, update, delete on all tables in schema public to probatum_service;
        grant usage, select on all sequences in schema public to probatum_service;
        revoke update, delete, truncate on decision_event from probatum_service;
        revoke update, delete, truncate on log_event from probatum_service;
        revoke update, delete, truncate on log_leaf from probatum_service;
        revoke update, delete, truncate on log_tile from probatum_service;
        revoke update, delete, truncate on log_checkpoint from probatum_service;
        revoke update, delete, truncate on log_cosignature from probatum_service;
        revoke update, truncate on log_pending from probatum_service;
        revoke update, delete, truncate on run from probatum_service;
        revoke update, delete, truncate on run_source from probatum_service;
        revoke update, delete, truncate on recall from probatum_service;
        revoke update, delete, truncate on recall_end from probatum_service;
        revoke delete, truncate on recall_spread from probatum_service;
        revoke delete, truncate on rerun from probatum_service;
        revoke update, delete, truncate on evidence_disturbance from probatum_service;
        revoke update, delete, truncate on evidence_disturbance_end from probatum_service;
        revoke update, delete, truncate on metric_history from probatum_service;
        revoke update, delete, truncate on comparison from probatum_service;
        revoke update, delete, truncate on rerun_verdict from probatum_service;
        revoke update, delete, truncate on run_snapshot from probatum_service;
        revoke update, delete, truncate on acceptance from probatum_service;
        revoke update, delete, truncate on acceptance_end from probatum_service;
        revoke update, delete, truncate on appetite_change from probatum_service;
        revoke update, delete, truncate on review from probatum_service;
        revoke update, delete, truncate on rejection_end from probatum_service;
        revoke update, delete, truncate on waiver from probatum_service;
        revoke update, delete, truncate on record from probatum_service;
        revoke update, delete, truncate on record_subject from probatum_service;
        revoke update, delete, truncate on delegation from probatum_service;
        revoke update, delete, truncate on delegation_end from probatum_service;
        revoke insert, update, delete on delegation_span from probatum_service;
        revoke update, delete, truncate on policy_version from probatum_service;
        revoke update, delete, truncate on policy_proposal from probatum_service;
        revoke update, delete, truncate on policy_in_force from probatum_service;
        revoke update, delete, truncate on escalation_answer from probatum_service;
        revoke delete, truncate on escalation from probatum_service;
        revoke insert, update, delete, truncate on superseded_material from probatum_service;
        revoke insert, update, delete, truncate on criteria_change from probatum_service;
        revoke update, delete, truncate on deviation_explanation from probatum_service;
        revoke update, delete, truncate on deviation_answer from probatum_service;
        revoke insert, update, delete on flyway_schema_history from probatum_service;
    end if;
end $$;
