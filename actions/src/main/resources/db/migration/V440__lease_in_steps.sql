-- Parts may be handed over before others, and a lease may be agreed on before it starts.
alter table lease_part drop constraint lease_part_state_check;
alter table lease_part add constraint lease_part_state_check
    check (state in ('waiting', 'wanted', 'making', 'ready', 'ending', 'gone', 'failed'));
alter table lease_part add column late boolean not null default false;        -- joins what is live already
alter table lease_part add column per_hour numeric not null default 0;        -- its share of the rate
alter table lease add column starts timestamptz;                              -- qm_now()'s; null: at once
alter table lease add column wishes bigint not null default 0;                -- counts changes of what is wanted

-- What was handed over before every yes was there, and whom it is for when that is not the asker.
alter table request add column opened text[] not null default '{}';
alter table request add column beneficiary text;
create index request_beneficiary on request (beneficiary, asked_at desc) where beneficiary is not null;
