-- Yeses given beforehand: until then a team may run so many GPUs of a kind without asking those deciders.
create table preapproval (
    id         text        primary key,
    event_key  text        not null unique,
    asker      text        not null,
    team       text        not null,
    gpus       int         not null check (gpus between 1 and 64),
    gpu_kind   text        not null,
    until      timestamptz not null,
    deciders   text        not null,
    needed     int         not null,
    state      text        not null check (state in ('waiting', 'agreed', 'denied', 'stopped')),
    yeses      text[]      not null default '{}',
    asked_at   timestamptz not null default qm_now()
);

create index preapproval_open on preapproval (team, until) where state in ('waiting', 'agreed');
