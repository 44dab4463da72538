-- Another size of what runs. While next_per_hour is set, the parts are being brought to the plan; per_hour is what was agreed before.
alter table lease add column former text;                 -- the plan before, until the new one is ready; null: none to go back to
alter table lease add column next_per_hour numeric;       -- what it costs from the moment when it is ready
alter table lease add column resizing text;               -- the request that asked for it; null: it goes back
alter table lease add column resized_at timestamptz;      -- qm_now()'s; when its size was last asked to change
alter table lease_part add column change text not null default ''
    check (change in ('', 'apply', 'restart'));           -- what is still to be done of it

-- What is changed by a request for another size, as it was shown: values before, their rate, what it means; null: no such one.
alter table request add column resizing text;
create unique index request_resizing on request (extending) where resizing is not null and state = 'waiting';
