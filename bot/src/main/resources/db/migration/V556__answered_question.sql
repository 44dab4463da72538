-- A question is answered once, however often its buttons are pressed.
create table answered_question (
    person      text        not null,
    card        text        not null,
    answered_at timestamptz not null default now(),
    primary key (person, card)
);
