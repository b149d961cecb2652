-- The risk register: one narrow row a risk, kept in the transaction that changes the risk or what is accepted of it.
-- A cell is a place in the five by five matrix, from 1: five times the rank of the likelihood, plus that of the impact.
create sequence risk_row_seq;

create table risk_row (
    id bigint primary key default nextval('risk_row_seq'),
    decision_id bigint not null references decision,
    team_id bigint not null references team,
    risk_id text not null,
    title text not null,
    inherent_cell smallint check (inherent_cell between 1 and 25),
    residual_cell smallint check (residual_cell between 1 and 25),
    inherent_points int not null,
    points int not null,
    owner text,
    due date,
    verification text,
    digest text not null,
    accepted_until date,
    lapsed boolean not null,
    closed boolean not null,
    urgency int not null generated always as (-points) stored,
    due_by date not null generated always as (coalesce(due, date '9999-12-31')) stored,
    unique (decision_id, risk_id)
);
create index risk_row_worst on risk_row (urgency, due_by, id);
create index risk_row_team on risk_row (team_id, urgency, due_by, id);
create index risk_row_owner on risk_row (owner, urgency, due_by, id);
create index risk_row_cells on risk_row (inherent_cell, residual_cell, closed);
create index risk_row_accepted on risk_row (accepted_until, id) where accepted_until is not null;
create index risk_row_residual on risk_row (residual_cell, points);
