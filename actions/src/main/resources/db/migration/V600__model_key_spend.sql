-- What a key to the shared model had spent when it ended, as its proxy counts. What of that its lease was not held long
-- enough to earn goes to the person's next key, once: asking anew gives no new budget.
create table model_key_spend (
    lease      text        not null,
    part       text        not null,
    person     text        not null,
    spent      numeric     not null,                    -- what it took over from others included
    unearned   numeric     not null,
    ended      timestamptz not null default qm_now(),
    carried_by text,                                    -- the lease whose key took it over
    primary key (lease, part)
);
create index model_key_spend_unearned on model_key_spend (person) where carried_by is null and unearned > 0;
create index model_key_spend_carried on model_key_spend (carried_by) where carried_by is not null;
