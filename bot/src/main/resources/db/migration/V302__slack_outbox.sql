-- What is to be said in Slack, in order within a lane (a channel or a DM).
create table slack_outbox (
    id         bigint generated always as identity primary key,
    lane       text        not null,
    card       text,
    act        text        not null check (act in ('post', 'edit', 'ephemeral', 'home')),
    to_kind    text        not null check (to_kind in ('person', 'user', 'channel', 'thread', 'under')),
    to_id      text        not null,
    to_more    text,
    text       text,
    blocks     text,
    state      text        not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'parked')),
    mark       uuid        not null default gen_random_uuid(),
    tries      integer     not null default 0,
    trouble    text,
    written_at timestamptz not null default now(),
    sent_at    timestamptz
);

create unique index slack_outbox_card on slack_outbox (card) where act = 'post' and card is not null;
create index slack_outbox_lane on slack_outbox (lane, id) where state in ('waiting', 'sending');
create index slack_outbox_pending on slack_outbox (card) where state = 'waiting';
create index slack_outbox_old on slack_outbox (sent_at) where state = 'sent';

-- One sender at a time in a lane; not_before is what Slack's Retry-After asked for.
create table slack_lane (
    lane          text primary key,
    not_before    timestamptz not null default '-infinity',
    claim         uuid,
    claimed_until timestamptz not null default '-infinity'
);

-- A method that Slack limits as a whole, until when.
create table slack_hold (
    method     text primary key,
    held_until timestamptz not null
);

-- Where the messages we may edit stand.
create table slack_message (
    card    text primary key,
    lane    text not null,
    channel text not null,
    ts      text not null,
    thread  text,
    unique (channel, ts)
);

-- The DM of a user, once seen, so that everything said to them is one lane.
create table slack_dm (
    account text primary key,
    person  text,
    channel text not null
);

create index slack_dm_person on slack_dm (person);
