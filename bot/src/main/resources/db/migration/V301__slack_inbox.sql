-- What Slack delivered: stored before the 200, worked once. The key is Slack's own, so a retry finds its row.
create table slack_inbox (
    id         bigint generated always as identity primary key,
    key        text        not null unique,
    lane       text        not null,
    body       text,
    state      text        not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
    tries      integer     not null default 0,
    not_before timestamptz not null default now(),
    at         timestamptz not null,
    trouble    text,
    stored_at  timestamptz not null default now(),
    worked_at  timestamptz
);

create index slack_inbox_waiting on slack_inbox (lane, id) where state = 'waiting';
create index slack_inbox_due on slack_inbox (id) where state = 'waiting';
create index slack_inbox_old on slack_inbox (worked_at) where state = 'done';
