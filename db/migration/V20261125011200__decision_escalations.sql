-- How many escalations wait on a decision and how many stand in the way of its gate, kept where every step reads anyway.
alter table decision
    add column open_escalations int not null default 0 check (open_escalations >= 0),
    add column blocking_escalations int not null default 0 check (blocking_escalations >= 0);
