-- Titles by any part of their words. Beside the decision and not on it, since every stage writes a decision's row anew, with
-- each of its indexes, and hardly ever its title.
create extension if not exists pg_trgm;

create table decision_title (
    decision_id bigint primary key references decision on delete cascade,
    title text not null
);
create index decision_title_words on decision_title using gin (title gin_trgm_ops);

create function keep_title() returns trigger language plpgsql as $$
begin
    insert into decision_title (decision_id, title) values (new.id, new.title)
    on conflict (decision_id) do update set title = excluded.title;
    return null;
end $$;
create trigger decision_titled after insert or update of title on decision for each row execute function keep_title();

insert into decision_title (decision_id, title) select id, title from decision;
