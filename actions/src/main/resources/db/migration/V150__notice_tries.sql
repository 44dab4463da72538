-- A notice that cannot be said must not hold up the others: tried again later, parked after five tries.
alter table notice add column tries int not null default 0;
alter table notice add column due timestamptz not null default '-infinity';
alter table notice add column trouble text;
