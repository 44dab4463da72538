-- Whether what was read last was only shown and waits for an answer. What was done already must not be done again by a
-- word in passing; of rows from before, nobody knows, so they count as done.
alter table last_reading
    add column waiting boolean not null default false;
