-- What a worker takes next is the first of one of these (and of lease_unsettled), without a look at what is not due.
create index lease_ends on lease (until) where not settled and state in ('live', 'stopped');
create index lease_ending on lease (due) where not settled and state = 'ending';
create index lease_warns on lease (warn_at) where not settled and state = 'live' and warn_at is not null;

-- The newest of everybody's.
create index lease_opened on lease (opened desc, id);
