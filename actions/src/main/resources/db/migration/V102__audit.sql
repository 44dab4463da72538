-- A chain of facts per request. Whoever holds more than this role's rights can still write here; the hashes show it.
create table chain (
    name   text   primary key,
    length bigint not null default 0,
    head   text   not null default ''
);

create table fact (
    request  text        not null references chain (name),
    number   bigint      not null,
    at       timestamptz not null,
    person   text,
    what     text        not null,
    detail   text        not null,
    previous text        not null,
    hash     text        not null,
    primary key (request, number)
);

create function fact_stays() returns trigger
    language plpgsql
    as $$ begin raise exception 'The record is only ever added to.'; end $$;

create trigger fact_stays before update or delete on fact
    for each row execute function fact_stays();

create trigger fact_stays_whole before truncate on fact
    for each statement execute function fact_stays();

-- What people wrote, apart from the chain, so that it can be erased; the chain holds its hash.
create table words (
    id      bigint      generated always as identity primary key,
    request text        not null,
    text    text        not null,
    hash    text        not null,
    at      timestamptz not null default qm_now()
);

create index words_request on words (request);
