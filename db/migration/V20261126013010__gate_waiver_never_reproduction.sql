-- Whether a run was reproduced is nothing that anybody lets pass, by whatever road the row comes.
alter table waiver add constraint reproduction_never_waived
    check (item is null or requirement <> 'verification.checklist' or item not like 'reproduction:%');
