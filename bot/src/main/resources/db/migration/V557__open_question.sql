-- Every question that waits for somebody's answer, so that a yes in words that several of them would take is asked about.
create table open_question (
    person      text        not null,
    place       text        not null,
    card        text        not null,
    title       text        not null,
    offered     jsonb       not null,
    at          timestamptz not null default now(),
    primary key (person, card)
);
