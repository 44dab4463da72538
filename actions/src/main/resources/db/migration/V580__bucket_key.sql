-- Who may reach which bucket: one key a part of a lease. Its secret is derived when it is needed and stands nowhere. Rows
-- stay after the end: their epoch tells a worker that comes late.
create table bucket_key (
    lease      text        not null,
    part       text        not null,
    place      text        not null,                    -- where its files are; named by the lease that opened it
    bucket     text        not null,
    owner      text        not null,
    team       text        not null default '',         -- the owner's
    shared     text        not null,                    -- with whom, to read: person:omar team:risk
    writes     boolean     not null,
    storage    bigint      not null,                    -- bytes that may be written because of it
    until      timestamptz not null,
    epoch      bigint      not null,
    access_key text        unique,                      -- null: none was shown yet, or it has ended
    rotation   integer     not null default 0,          -- how many were shown
    ended      boolean     not null default false,
    primary key (lease, part)
);
create index bucket_key_open on bucket_key (bucket) where not ended;
create index bucket_key_place on bucket_key (place) where not ended;
