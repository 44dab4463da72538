-- What a piece that is over came to, so that totals of thousands of leases are sums of what stands in the index.
alter table usage add column amount numeric generated always as (
    case when to_at is not null then
        qm_amount(per_hour, ran + date_part('epoch', to_at - from_at)::bigint) - qm_amount(per_hour, ran) end) stored;

drop index usage_lease;
create index usage_lease on usage (lease, from_at) include (to_at, per_hour, ran, amount);
