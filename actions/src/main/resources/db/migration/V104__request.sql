-- What was asked; changed only by conditional updates on state and version.
create table request (
    id         text        primary key,
    event_key  text        not null unique,
    asker      text        not null,
    team       text        not null,
    summary    text        not null,
    purpose    text        not null,
    judgement  jsonb       not null,
    digest     text        not null,
    state      text        not null,
    extending  text,
    asked_at   timestamptz not null,
    lapses_at  timestamptz not null,
    round      int         not null default 1,
    version    bigint      not null default 0,
    progress   text        not null default '',
    reminders  int         not null default 0
);

create index request_asker on request (asker, asked_at desc);
create index request_team on request (team, asked_at desc);
create index request_asked_at on request (asked_at desc);
create index request_waiting on request (lapses_at) where state = 'waiting';
create index request_extending on request (extending) where extending is not null;

-- One person's yes or no on what was shown in one round; a change of what is shown begins the next round.
create table decision (
    request  text        not null references request (id),
    round    int         not null,
    person   text        not null,
    choice   text        not null,
    reason   text        not null, -- hash of what stands in words until it is erased
    at       timestamptz not null,
    own      int[]       not null,
    stand_in int[]       not null,
    primary key (request, round, person, choice)
);

create index decision_person on decision (person);
