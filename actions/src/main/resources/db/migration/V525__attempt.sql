-- Tries of background work that have begun and not come to an end: written before the work, so that what kills its
-- process is counted too. What has five is parked, and told to the platform team once.
create table attempt (
    kind       text        not null,
    item       text        not null,
    tries      int         not null,
    passed     int         not null default 0,
    trouble    text,
    not_before timestamptz not null default '-infinity',
    begun_at   timestamptz not null default now(),
    told       boolean     not null default false,
    primary key (kind, item)
);

create index attempt_parked on attempt (begun_at) where tries >= 5;
