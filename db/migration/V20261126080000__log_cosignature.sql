-- What witnesses cosigned: a signature line under a checkpoint of the log.
create table log_cosignature (
    size bigint not null references log_checkpoint,
    witness text not null,
    at timestamptz not null,
    line text not null,
    primary key (size, witness)
);
create index log_cosignature_of_witness on log_cosignature (witness, size);
create trigger log_cosignature_append_only before update or delete on log_cosignature
    for each row execute function refuse_change();
create trigger log_cosignature_never_truncated before truncate on log_cosignature
    for each statement execute function refuse_change();
