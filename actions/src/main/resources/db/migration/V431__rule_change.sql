-- A change of rules that somebody wrote: rehearsed as a draft, then decided by the owner of the rule's file.
create table rule_change (
    id         text        primary key,
    event_key  text        not null unique,
    proposer   text        not null,
    rule       text        not null,
    owner      text        not null,
    files      text        not null, -- by name: the text wanted, and the hash of the text in force that it was written over
    reason     text        not null, -- hash of what stands in words until it is erased
    figures    text        not null, -- what its rehearsal said
    digest     text        not null,
    state      text        not null
        check (state in ('draft', 'waiting', 'approved', 'denied', 'withdrawn', 'stale', 'lapsed')),
    written_at timestamptz not null default qm_now(),
    lapses_at  timestamptz,
    decided_by text,
    decided_at timestamptz,
    remark     text        not null default '', -- hash of the decider's words, or why it went stale
    version    text        not null default ''  -- of the configuration it is part of, once approved
);

create index rule_change_waiting on rule_change (lapses_at) where state = 'waiting';
create index rule_change_decided on rule_change (decided_at) where decided_at is not null;

-- Approved texts in force over the folder's. One whose file changed in the folder since says nothing any more.
create table bundle_overlay (
    change     text        not null references rule_change (id),
    file       text        not null,
    text       text        not null,
    base       text        not null, -- SHA-256 of the folder's own file when it was laid
    laid_at    timestamptz not null default qm_now(),
    retired_at timestamptz,
    why        text        not null default '',
    primary key (change, file)
);

create unique index bundle_overlay_in_force on bundle_overlay (file) where retired_at is null;
