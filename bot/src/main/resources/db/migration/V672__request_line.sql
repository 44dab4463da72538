-- Of a message with several requests, each: what was said of it, its buttons, and what became of it.
create table request_line (
    card      text        not null,
    number    int         not null,
    person    text        not null,
    line      jsonb       not null,
    state     text        not null default 'open' check (state in ('open', 'asked', 'left')),
    at        timestamptz not null default now(),
    primary key (card, number)
);
