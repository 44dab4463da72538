-- What of whose spend each person was told last in each place: a follow-up is about that.
create table spend_told (
    person text        not null,
    place  text        not null,
    told   text        not null,
    at     timestamptz not null default now(),
    primary key (person, place)
);
