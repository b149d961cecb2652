-- What a run's metric was at each step, in the order recorded. One row a metric: a plot reads two arrays, never a million points.
create table metric_history (
    run_id bigint not null references run,
    metric text not null,
    dataset text,
    split text,
    steps bigint[] not null,
    "values" double precision[] not null,
    unique nulls not distinct (run_id, metric, dataset, split),
    check (cardinality(steps) = cardinality("values"))
);
create trigger metric_history_append_only before update or delete on metric_history
    for each row execute function refuse_change();
create trigger metric_history_never_truncated before truncate on metric_history
    for each statement execute function refuse_change();
