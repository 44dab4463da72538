-- Commands that are longer than a button may carry; the button names them by their hash.
create table stored_command (
    id text primary key,
    command text not null,
    at timestamptz not null default now()
);
