-- What took a decision's place, beside the fact that something did: asked for more often than its events are read.
alter table decision add column superseded_by text references decision (key);
update decision d set superseded_by = e.payload ->> 'by' from decision_event e
    where e.decision_id = d.id and e.type = 'Superseded';
alter table decision add constraint decision_superseded_by_another
    check ((validity = 'SUPERSEDED') = (superseded_by is not null) and superseded_by <> key);
