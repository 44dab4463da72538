-- What was told of a team's month, of one person's share of it or of one purpose's: once a step and limit.
create table budget_alert (
    id           bigint      generated always as identity primary key,
    team         text        not null,
    month        date        not null,
    kind         text        not null check (kind in ('team', 'person', 'purpose')),
    name         text        not null,                                  -- '' where it is the whole team's
    step         text        not null,                                  -- <75, 90 or 100>:<limit>; used:<limit>: a limit used up, after which is stopped
    limit_amount numeric     not null,
    used         numeric     not null,
    reserved     numeric     not null,
    currency     text        not null,
    person       text,                                                  -- who was told; null: a higher step was told with it
    at           timestamptz not null default qm_now(),
    left_by      text,                                                  -- who said to leave things as they are
    over         boolean     not null default false                     -- raised before it stopped anything; reached again is told again
);

create unique index budget_alert_once on budget_alert (team, month, kind, name, step) where not over;

-- Which leases are to be stopped after a limit was used up; written with the notice, before anything is stopped.
create table budget_stop (
    alert    bigint      not null references budget_alert (id),
    lease    text        not null,
    told_at  timestamptz not null default qm_now(),
    stop_at  timestamptz not null,
    outcome  text        not null default 'waits' check (outcome in ('waits', 'stopped', 'ended', 'left', 'raised')),
    primary key (alert, lease),
    check (stop_at > told_at)
);

create index budget_stop_waits on budget_stop (stop_at) where outcome = 'waits';
