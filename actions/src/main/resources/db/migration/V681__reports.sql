-- Reports are read as a role that reads, and of that nothing but the rows of the teams it is told: quartermaster.teams,
-- with commas between, for one transaction. A forgotten "where" shows nothing. A role is the whole server's, so it may be
-- there already; whoever runs this program needs the right to create it, or an administrator makes it beforehand.
do $$
begin
    if not exists (select from pg_roles where rolname = 'quartermaster_reports') then
        begin
            create role quartermaster_reports nologin;
        exception
            when duplicate_object or unique_violation then null;
            when insufficient_privilege then
                raise exception 'This database''s user may not create the role that reports are read as.'
                    using hint = format('As an administrator: create role quartermaster_reports nologin;'
                        || ' grant quartermaster_reports to %I;', current_user);
        end;
    end if;
    begin
        execute format('grant quartermaster_reports to %I', current_user);
    exception when insufficient_privilege then null;
    end;
    begin
        set local role quartermaster_reports;
    exception when insufficient_privilege then
        raise exception 'This database''s user may not become the role that reports are read as.'
            using hint = format('As an administrator: grant quartermaster_reports to %I;', current_user);
    end;
    reset role;
end $$;

create function qm_report_teams() returns text[]
    language sql stable
    return string_to_array(current_setting('quartermaster.teams', true), ',');

grant usage on schema public to quartermaster_reports;
grant select on account, usage, reservation, model_call, time_offset to quartermaster_reports;

alter table account enable row level security;
alter table usage enable row level security;
alter table reservation enable row level security;
alter table model_call enable row level security;

create policy account_of_own_teams on account for select to quartermaster_reports
    using (team = any ((select qm_report_teams())::text[]));
create policy usage_of_own_teams on usage for select to quartermaster_reports
    using (team = any ((select qm_report_teams())::text[]));
create policy reservation_of_own_teams on reservation for select to quartermaster_reports
    using (team = any ((select qm_report_teams())::text[]));
create policy model_call_of_own_teams on model_call for select to quartermaster_reports
    using (team = any ((select qm_report_teams())::text[]));
