package org.probatum.support;

/** What the database holds, in short: two of them are equal when nothing was stored, changed or removed in between. */
public record Stored(String sums) {
    private static final String SUMS = """
            select concat_ws(' ',
                'decisions', (select count(*) || '/' || coalesce(sum(version), 0) || '/' || coalesce(sum(event_count), 0) from decision),
                'events', (select count(*) from decision_event),
                'runs', (select count(*) from run),
                'reruns', (select count(*) || '/' || count(cancelled_by) from rerun),
                'recalls', (select count(*) from recall) + (select count(*) from recall_end),
                'disturbances', (select count(*) from evidence_disturbance) + (select count(*) from evidence_disturbance_end),
                'acceptances', (select count(*) from acceptance),
                'ends', (select count(*) from acceptance_end),
                'deviations', (select count(*) from criteria_change) + (select count(*) from deviation_explanation) + (select count(*) from deviation_answer),
                'risks', (select md5(string_agg(r::text, ',' order by id)) from risk_row r),
                'bounds', (select count(*) from appetite_change),
                'reruns', (select coalesce(sum(version), 0) from rerun_setting),
                'reviews', (select count(*) from review),
                'records', (select count(*) from record),
                'work', (select count(*) from work_item),
                'answers', (select count(*) from answered_request),
                'policies', (select count(*) from policy_version),
                'proposals', (select count(*) from policy_proposal),
                'in force', (select count(*) from policy_in_force),
                'teams', (select count(*) || '/' || sum(last_number) from team),
                'people', (select count(*) from person),
                'memberships', (select md5(string_agg(m::text, ',' order by person_id, team_id)) from membership m),
                'webhooks', (select count(*) || '/' || count(previous_secret) from webhook_endpoint),
                'preferences', (select count(*) from notification_preference),
                'tokens', (select count(*) || '/' || count(revoked_at) from api_token),
                'delegations', (select count(*) from delegation),
                'delegation ends', (select count(*) from delegation_end),
                'tasks', (select count(*) from act_ru_task),
                'executions', (select count(*) from act_ru_execution))
            """;

    public static Stored now() {
        return new Stored(Database.value(SUMS));
    }
}
