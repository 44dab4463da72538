-- What each person may still send of each kind, as one moment: when their allowance will be whole again. Shared by all
-- replicas, or it would be as many times as large as there are.
create table allowance (
    person        text        not null,
    kind          text        not null,
    whole_at      timestamptz not null,
    refused       int         not null default 0,
    refused_since timestamptz,
    refused_at    timestamptz,
    primary key (person, kind)
);

-- Approval cards that came in a flood and stand together in one message of their approver's.
create table gathered (
    person  text        not null,
    request text        not null,
    batch   bigint      not null,
    at      timestamptz not null default now(),
    primary key (person, request)
);

create index gathered_batch on gathered (person, at);
create index gathered_request on gathered (request);

-- Since when a card stands; at is when it was last drawn.
alter table shown add column since timestamptz not null default now();
update shown set since = at;
create index shown_since on shown (person, since);
