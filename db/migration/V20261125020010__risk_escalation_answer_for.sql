-- Whom the one who answered acted for, when not for themselves; and the decision it is on, so that the database holds the
-- same separation of duties for answers as for reviews, acceptances and waivers.
alter table escalation_answer add column for_id bigint references person;
alter table escalation_answer add constraint escalation_answer_for_another check (for_id <> answered_by);
alter table escalation add constraint escalation_on_decision unique (id, decision_id);
alter table escalation_answer add column decision_id bigint;

alter table escalation_answer disable trigger escalation_answer_append_only;
update escalation_answer a set decision_id = e.decision_id from escalation e where e.id = a.escalation_id;
alter table escalation_answer enable trigger escalation_answer_append_only;

alter table escalation_answer alter column decision_id set not null;
alter table escalation_answer add constraint escalation_answer_on_decision
    foreign key (escalation_id, decision_id) references escalation (id, decision_id);

drop trigger escalation_answer_by_others on escalation_answer;
drop function refuse_own_answer();
create trigger escalation_answer_duties before insert on escalation_answer
    for each row execute function check_duties('answered_by', 'for_id', 'answered_at');
