-- Who is away and who decides in their place; over when its time is, whoever clears it.
create table absence (
    person text        primary key,
    cover  text,
    until  timestamptz not null,
    since  timestamptz not null
);

create index absence_until on absence (until);

-- Where people's clocks are, as their profile last said.
create table person_zone (
    person   text        primary key,
    zone     text        not null,
    heard_at timestamptz not null default qm_now()
);

-- Who was asked personally for a yes, and how often they were reminded; remind_at is null when they are not any more.
create table ping (
    request   text        not null references request (id),
    person    text        not null,
    since     timestamptz not null,
    reminders int         not null default 0,
    remind_at timestamptz,
    primary key (request, person)
);

create index ping_due on ping (remind_at) where remind_at is not null;

-- How far up it was passed on: 0 to whom it belongs, 1 to their deputies, 2 to the platform leads. Null: not looked at yet.
alter table request add column escalated int not null default 0;
alter table request add column escalate_at timestamptz;

-- Whom a notice is for; null: everybody it concerns.
alter table notice add column person text;
