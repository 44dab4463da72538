-- What was handed out. Times of agreement (until, warn_at) are qm_now()'s; times of work (due, held_until) the server's own.
create table lease (
    id          text        primary key,
    request     text        not null unique,
    owner       text        not null,
    team        text        not null,
    summary     text        not null,
    purpose     text        not null,
    plan        text        not null,
    version     text        not null,
    per_hour    numeric     not null,
    currency    text        not null,
    state       text        not null check (state in ('providing', 'live', 'stopped', 'ending', 'ended', 'failed')),
    asked_until timestamptz,
    opened      timestamptz not null default qm_now(),
    started     timestamptz,
    until       timestamptz not null,
    warn_at     timestamptz,
    failed      boolean     not null default false,
    why         text        not null default '',
    epoch       bigint      not null default 0,
    tries       int         not null default 0,
    due         timestamptz not null default clock_timestamp(),
    held_until  timestamptz
);

create index lease_open on lease (due) where state in ('providing', 'live', 'stopped', 'ending');
create index lease_owner on lease (owner, opened desc);
create index lease_team on lease (team, opened desc);

create table lease_part (
    lease    text        not null references lease (id),
    position int         not null,
    name     text        not null,
    provider text        not null,
    state    text        not null check (state in ('wanted', 'making', 'ready', 'ending', 'gone', 'failed')),
    ref      text        not null default '',
    words    text        not null default '',
    revealed timestamptz,
    primary key (lease, name),
    unique (lease, position)
);
