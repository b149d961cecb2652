-- Who produced the runs a decision cites: as much a hand in it as an editor's.
alter table decision add column producers bigint[] not null default '{}';

update decision d set producers = found.people
from (select r.decision_id, array_agg(distinct p.id) as people
      from run r join person p on p.username = r.manifest -> 'invocation' ->> 'who'
      group by r.decision_id) found
where found.decision_id = d.id;
