-- Where and within what limits a team's runs are run again; a team without a row has what the configuration says.
create table rerun_setting (
    team_id bigint primary key references team,
    version int not null check (version > 1),
    executor text not null,
    seconds int not null check (seconds > 0),
    cpus int not null check (cpus > 0),
    memory_bytes bigint not null check (memory_bytes > 0),
    output_bytes bigint not null check (output_bytes > 0),
    processes int not null check (processes > 0),
    queue text,
    set_by bigint not null references person,
    set_at timestamptz not null
);
