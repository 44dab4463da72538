-- Who is charged for a lease, and for what.
create table account (
    lease    text    primary key,
    team     text    not null,
    person   text    not null,
    path     text    not null,
    purpose  text    not null,
    per_hour numeric not null check (per_hour >= 0),
    currency text    not null
);

-- One row a team and month: the lock that two reservations meet at.
create table team_month (
    team  text not null,
    month date not null,
    primary key (team, month)
);

-- Money promised to a lease within a month; gone when the lease is.
create table reservation (
    lease    text    not null references account (lease),
    team     text    not null,
    month    date    not null,
    amount   numeric not null check (amount >= 0),
    primary key (lease, month)
);

create index reservation_team on reservation (team, month);

-- From hand-over to end, in whole seconds. Amounts are worked out when asked for, so no second is charged twice or lost.
create table usage (
    id       bigint      generated always as identity primary key,
    lease    text        not null references account (lease),
    from_at  timestamptz not null,
    to_at    timestamptz,
    per_hour numeric     not null check (per_hour >= 0),
    check (to_at >= from_at)
);

create unique index usage_open on usage (lease) where to_at is null;
create index usage_lease on usage (lease, from_at);
create index account_team on account (team);
