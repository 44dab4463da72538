-- What a ready part gives to others, and whether it has done its work: then it is not made again.
alter table lease_part add column outputs text not null default '{}';
alter table lease_part add column done boolean not null default false;
-- Its end is its work's success. Beside the state, so that a process of an earlier version reads it as any end.
alter table lease add column done boolean not null default false;
