-- An ended lease is looked at once more, after a while: a worker that stalled may have made something late.
alter table lease add column settled boolean not null default false;
update lease set settled = true where state in ('ended', 'failed');
drop index lease_open;
create index lease_unsettled on lease (due) where not settled;
