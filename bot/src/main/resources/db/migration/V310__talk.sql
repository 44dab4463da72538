-- Where a request is spoken of, so that everything about it stays in one thread.
create table talk (
    request     text primary key,
    person      text        not null,
    channel     text,
    thread      text,
    understood  text        not null,
    words       text        not null default '',
    at          timestamptz not null default now()
);

-- Which card shows which digest, so that a button counts only on the card it was posted on.
create table shown (
    request     text        not null,
    card        text        not null,
    person      text,
    digest      text        not null,
    at          timestamptz not null default now(),
    primary key (request, card)
);

-- The last reading of a person in a place: what "same, but longer" refers to.
create table last_reading (
    person      text        not null,
    place       text        not null,
    candidate   jsonb       not null,
    offered     jsonb       not null default '[]',
    at          timestamptz not null default now(),
    primary key (person, place)
);
