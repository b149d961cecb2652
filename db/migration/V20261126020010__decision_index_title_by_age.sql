-- Rare words are looked for among the newest decisions first: an index of titles that knows how old they are reads no others.
create extension if not exists btree_gin;
drop index decision_title_words;
create index decision_title_words on decision_title using gin (title gin_trgm_ops, (decision_id >> 16));
