alter table slack_outbox drop constraint slack_outbox_act_check;
alter table slack_outbox add constraint slack_outbox_act_check
    check (act in ('post', 'edit', 'ephemeral', 'home', 'files'));

-- Files that are shared in one message; slack_id once Slack has the bytes.
create table slack_file (
    outbox   bigint  not null references slack_outbox (id) on delete cascade,
    number   integer not null,
    name     text    not null,
    title    text    not null,
    alt      text    not null,
    content  bytea   not null,
    slack_id text,
    primary key (outbox, number)
);
