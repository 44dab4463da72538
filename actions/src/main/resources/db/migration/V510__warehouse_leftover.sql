-- What of ended grants could not be undone in the warehouse yet. told_at: when the platform team was told of it as it stands.
create table warehouse_leftover (
    role      text        primary key,
    ended     boolean     not null,
    statement text        not null,
    said      text        not null,
    since     timestamptz not null default clock_timestamp(),
    tries     int         not null default 1,
    told_at   timestamptz,
    undone_at timestamptz
);
create index warehouse_leftover_stands on warehouse_leftover (since) where undone_at is null;
