-- The clock of money and expiry: the database's, plus an offset that the application only lets a local workspace set.
create table time_offset (
    one      boolean  primary key default true check (one),
    "offset" interval not null default interval '0'
);

insert into time_offset default values;

-- Constant within a statement, moving within a transaction: a click that waited for a lock is judged by when it got it.
create function qm_now() returns timestamptz
    language sql stable
    as $$ select statement_timestamp() + "offset" from time_offset $$;

-- db-scheduler's own table, as its documentation gives it.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
