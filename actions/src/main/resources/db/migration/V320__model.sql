-- What the language model was used for and what it cost: part of the books, and no word of what was said.
create table model_call (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null default qm_now(),
    event      text        not null,
    person     text        not null,
    team       text,
    model      text        not null,
    prompt     text        not null,
    result     text        not null,
    tokens_in  bigint      not null check (tokens_in >= 0),
    tokens_out bigint      not null check (tokens_out >= 0),
    took_ms    bigint      not null check (took_ms >= 0),
    -- Null where prices.yaml has no price for tokens: counted, not charged.
    amount     numeric     check (amount >= 0),
    currency   text
);

create index model_call_event on model_call (event);
create index model_call_team on model_call (team, at);

-- Calls taken today, counted up in one statement, so that no two at once pass the cap together.
create table model_allowance (
    person text not null,
    day    date not null,
    calls  int  not null,
    primary key (person, day)
);
