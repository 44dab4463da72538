-- What others say that things cost, kept beside what we counted: files of FOCUS, and answers of OpenCost.
create table bill (
    id       bigint      generated always as identity primary key,
    hash     text        not null unique,                               -- of the file: the same twice is one
    source   text        not null,                                      -- focus, opencost
    added_by text        not null,
    added_at timestamptz not null default qm_now()
);

-- lease, team: '' where nothing on the line says them.
create table bill_line (
    bill      bigint      not null references bill (id),
    number    int         not null,                                     -- its line in the file
    issuer    text        not null,
    month     date        not null,                                     -- whose bill it stands on, whenever its time was
    lease     text        not null,
    team      text        not null,
    service   text        not null,
    resource  text        not null,
    from_at   timestamptz not null,
    to_at     timestamptz not null,
    billed    numeric     not null,
    effective numeric     not null,
    primary key (bill, number)
);

create index bill_line_team on bill_line (team, month);
create index bill_line_issuer on bill_line (month, issuer, bill);

create function bill_stays() returns trigger
    language plpgsql
    as $$ begin raise exception 'A bill stays as it came.'; end $$;

create trigger bill_stays before update or delete on bill
    for each row execute function bill_stays();
create trigger bill_line_stays before update or delete on bill_line
    for each row execute function bill_stays();

-- The latest bill that has an issuer's month is what is owed for it. It tells no amount and no team.
create view bill_owed as
    select month, issuer, max(bill) as bill from bill_line group by month, issuer;

grant select on bill_line, bill_owed to quartermaster_reports;
alter table bill_line enable row level security;
create policy bill_line_of_own_teams on bill_line for select to quartermaster_reports
    using (team = any ((select qm_report_teams())::text[]));
