-- What somebody asks for often, by a name of their own; asked for anew, it is judged anew.
create table favourite (
    person  text        not null,
    name    text        not null,
    request text        not null,
    at      timestamptz not null default now(),
    primary key (person, name)
);
