-- Separation of duties, held by the database whatever the service does. A table that keeps somebody's word on a decision
-- names its columns: who acts, for whom (null: themselves), and when.
--   execute function check_duties('reviewer_id', 'for_id', 'at')
create function check_duties() returns trigger language plpgsql as $$
declare
    told jsonb := to_jsonb(new);
    acting bigint := (told ->> tg_argv[0])::bigint;
    absent bigint := (told ->> tg_argv[1])::bigint;
    moment timestamptz := (told ->> tg_argv[2])::timestamptz;
    hands bigint[];
    team bigint;
begin
    select d.editors || d.producers || d.author_id, d.team_id into hands, team
    from decision d where d.id = (told ->> 'decision_id')::bigint;
    if acting = any (hands) then
        raise exception 'separation-of-duties: person % had a hand in decision %', acting, told ->> 'decision_id'
            using errcode = 'insufficient_privilege';
    end if;
    if absent = any (hands) then
        raise exception 'separation-of-duties: person %, who is acted for, had a hand in decision %', absent,
            told ->> 'decision_id' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from delegation_span s where s.to_id in (acting, absent) and s.from_id = any (hands)
               and (s.team_id is null or s.team_id = team) and s.from_at <= moment and s.until_at > moment) then
        raise exception 'separation-of-duties: somebody stands in for a person who had a hand in decision %',
            told ->> 'decision_id' using errcode = 'insufficient_privilege';
    end if;
    if absent is not null and not exists (
            select from delegation_span s where s.to_id = acting and s.from_id = absent
            and (s.team_id is null or s.team_id = team) and s.from_at <= moment and s.until_at > moment) then
        raise exception 'not-your-delegation: person % does not stand in for person %', acting, absent
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger review_duties before insert on review
    for each row execute function check_duties('reviewer_id', 'for_id', 'at');
create trigger acceptance_duties before insert on acceptance
    for each row execute function check_duties('accepted_by', 'for_id', 'accepted_at');
create trigger waiver_duties before insert on waiver
    for each row execute function check_duties('granted_by', 'for_id', 'granted_at');
