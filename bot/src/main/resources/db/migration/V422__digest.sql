-- Which digest of which person on which day was looked at, so that each is sent once at most.
create table digest (
    key text primary key,
    day date not null
);

create index digest_day on digest (day);
