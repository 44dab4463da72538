-- What opens the query page of a lease: shown once with the other credentials of one of its grants, kept as a hash; and
-- the pages opened with it, which end with it.
create table query_token (
    lease text        not null,
    part  text        not null,
    hash  text        not null,
    at    timestamptz not null default clock_timestamp(),
    primary key (lease, part)
);

create table query_session (
    hash  text        primary key,
    lease text        not null,
    part  text        not null,
    until timestamptz not null,
    foreign key (lease, part) references query_token on delete cascade
);
create index query_session_token on query_session (lease, part);
