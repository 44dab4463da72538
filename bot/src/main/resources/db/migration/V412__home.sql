-- Who has looked at their Home, so that it can be kept up to date.
create table home (
    account text primary key, -- Slack's id
    person  text not null
);

create index home_person on home (person);

-- Whose Home is out of date; one row a change, so that nobody who changes something waits for somebody who draws.
create table home_due (
    id     bigint generated always as identity primary key,
    person text   not null
);

-- Which cards stood on whose Home, so that a button there counts only if it was put there.
create table home_card (
    person  text        not null,
    request text        not null,
    at      timestamptz not null default now(),
    primary key (person, request)
);
