-- What thousands of leases have cost is read from the index alone.
drop index usage_lease;
create index usage_lease on usage (lease, from_at) include (to_at, per_hour, ran);
