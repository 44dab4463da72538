-- Under which files a stretch's rate, or a call's price, came into force.
create function qm_prices() returns text
    language sql stable
    as $$ select coalesce((select hash from bundle_in_force), '') $$;

alter table usage add column prices text not null default '';           -- '': begun before this was noted
alter table usage alter column prices set default qm_prices();
alter table model_call add column prices text not null default '';
alter table model_call alter column prices set default qm_prices();

-- A closed month of a team. What is found out later stands as a correction in the next one.
create table statement (
    team        text        not null,
    month       date        not null,
    closed_at   timestamptz not null,
    cost_centre text        not null,
    currency    text        not null,
    total       numeric     not null,
    previous    text        not null,                                   -- hash of the team's statement before; '': the first
    hash        text        not null,
    primary key (team, month)
);

-- of_month: the month in which it was used; an earlier one than the statement's is a correction, and its amount may be negative.
create table statement_line (
    team     text    not null,
    month    date    not null,
    number   int     not null,
    of_month date    not null,
    lease    text    not null,                                          -- '': of no lease
    path     text    not null,
    person   text    not null,
    purpose  text    not null,
    per_hour numeric not null,
    prices   text    not null,
    seconds  bigint  not null,
    amount   numeric not null,
    primary key (team, month, number),
    foreign key (team, month) references statement (team, month)
);

create function statement_stays() returns trigger
    language plpgsql
    as $$ begin raise exception 'A closed month is only ever added to by the next.'; end $$;

create trigger statement_stays before update or delete on statement
    for each row execute function statement_stays();
create trigger statement_stays_whole before truncate on statement
    for each statement execute function statement_stays();
create trigger statement_line_stays before update or delete on statement_line
    for each row execute function statement_stays();
create trigger statement_line_stays_whole before truncate on statement_line
    for each statement execute function statement_stays();

grant select on statement, statement_line to quartermaster_reports;
alter table statement enable row level security;
alter table statement_line enable row level security;
create policy statement_of_own_teams on statement for select to quartermaster_reports
    using (team = any ((select qm_report_teams())::text[]));
create policy statement_line_of_own_teams on statement_line for select to quartermaster_reports
    using (team = any ((select qm_report_teams())::text[]));
