-- Every configuration that was ever in force, by content, so that old decisions can be replayed and leases keep theirs.
create table bundle (
    hash         text primary key,
    files        jsonb       not null,
    activated_at timestamptz not null default qm_now()
);

-- Exactly one row: which one is in force, the same for all replicas.
create table bundle_in_force (
    only_one     boolean primary key default true check (only_one),
    hash         text        not null references bundle (hash),
    since        timestamptz not null default qm_now()
);
