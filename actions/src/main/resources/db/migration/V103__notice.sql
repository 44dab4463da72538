-- What people should hear, in the order it happened; the edge takes each one once.
create table notice (
    id      bigint      generated always as identity primary key,
    request text        not null,
    kind    text        not null,
    words   text        not null,
    at      timestamptz not null default qm_now(),
    said_at timestamptz
);

create index notice_unsaid on notice (id) where said_at is null;
