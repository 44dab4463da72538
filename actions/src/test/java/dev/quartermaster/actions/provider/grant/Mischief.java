package dev.quartermaster.actions.provider.grant;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a holder of a grant can think of to keep reading sales.orders, or to keep the grant's role in place: as themselves
 * or as the role, for everybody, for an accomplice or for the role.
 */
final class Mischief {
    private static final String COPY = "select * from sales.orders limit 100";
    private static final List<String> THINGS = List.of(
            "alter default privileges for role {me} grant select on tables to {to}",
            "alter default privileges for role {lease} grant execute on functions to {to}",
            "alter default privileges grant all on schemas to {to}",
            "create temporary table temp{n} as " + COPY + "; grant select on temp{n} to {to}",
            "create temporary view tempview{n} as " + COPY,
            "create table public.copy{n} as " + COPY + "; grant select on public.copy{n} to {to}",
            "create table public.part{n} as " + COPY + "; grant select (order_id) on public.part{n} to {to}",
            "create unlogged table public.quick{n} as " + COPY + "; grant all on public.quick{n} to {to}",
            "create materialized view public.kept{n} as " + COPY + "; grant select on public.kept{n} to {to}",
            "create view public.seen{n} as " + COPY + "; grant select on public.seen{n} to {to}",
            "create view public.first{n} as " + COPY
                    + "; create view public.second{n} as select * from public.first{n};"
                    + " grant select on public.second{n} to {to}",
            "create schema box{n}; create table box{n}.copy as " + COPY + "; grant usage on schema box{n} to {to};"
                    + " grant select on all tables in schema box{n} to {to}",
            "create function public.f_read{n}() returns bigint language sql security definer"
                    + " as 'select count(*) from sales.orders'",
            "create table public.behind{n} as " + COPY
                    + "; create function public.f_copy{n}() returns bigint language sql"
                    + " security definer as 'select count(*) from public.behind{n}'",
            "create function public.f_grant{n}() returns bigint language plpgsql security definer as $$ begin"
                    + " grant select on public.copy{n} to public; return 0; end $$",
            "do $$ declare l oid := lo_from_bytea(0, convert_to((select string_agg(o::text, '') from (" + COPY
                    + ") o), 'utf8')); begin execute format('grant select on large object %s to {to}', l); end $$",
            "do $$ begin perform lo_from_bytea(0, convert_to((select string_agg(o::text, '') from (" + COPY
                    + ") o), 'utf8')); end $$",
            "create table public.heard{n} as " + COPY + "; create publication news{n} for table public.heard{n}",
            "create table public.ruled{n} (n int); create rule r as on insert to public.ruled{n} do also"
                    + " insert into public.ruled{n} select 1 from sales.orders limit 0",
            "create table public.own{n} (n int); grant all on public.own{n} to {lease}",
            "create sequence public.seq{n}; grant all on sequence public.seq{n} to {lease}",
            "create type public.kind{n} as enum ('a'); create domain public.range{n} as int",
            "create table public.rows{n} as " + COPY + "; alter table public.rows{n} enable row level security;"
                    + " create policy p on public.rows{n} to {to} using (true); grant select on public.rows{n} to {to}",
            "create statistics public.stat{n} on order_id, status from sales.orders",
            "create extension pg_trgm schema public",
            "create table public.bound{n} as " + COPY
                    + "; grant select on public.bound{n} to {lease} with grant option",
            "comment on role {me} is 'mine'",
            "alter role {me} set search_path = public",
            "grant select on sales.orders to {to}",
            "grant {lease} to {accomplice}",
            "create table sales.mine{n} as " + COPY,
            "prepare later{n} as " + COPY,
            "declare held{n} cursor with hold for select * from sales.orders; fetch 1 from held{n}",
            "set session characteristics as transaction read write");

    private final Random random;
    private final String login;
    private final String lease;
    private final String accomplice;
    /** Which of them the server let pass. */
    final List<String> done = new ArrayList<>();

    Mischief(long seed, RoleNames roles, String accomplice) {
        this.random = new Random(seed);
        this.login = roles.login();
        this.lease = roles.grant();
        this.accomplice = accomplice;
    }

    void does(Connection session, int number) throws SQLException {
        boolean asRole = random.nextBoolean();
        String to = List.of("public", accomplice, lease).get(random.nextInt(3));
        String thing = THINGS.get(number % THINGS.size())
                .replace("{n}", Integer.toString(number))
                .replace("{me}", quoted(asRole ? lease : login))
                .replace("{to}", to.equals("public") ? to : quoted(to))
                .replace("{lease}", quoted(lease))
                .replace("{accomplice}", quoted(accomplice));
        try (Statement statement = session.createStatement()) {
            statement.execute(asRole ? "set role " + quoted(lease) : "reset role");
            statement.execute(thing);
            done.add(thing);
        } catch (SQLException refused) {
            if (!session.isValid(1)) {
                throw refused;
            }
        }
    }

    /** Where rows can only be carried to. */
    void elsewhere(Connection session, int number) throws SQLException {
        String to = random.nextBoolean() ? "public" : quoted(accomplice);
        try (Statement statement = session.createStatement()) {
            statement.execute(
                    "create table public.carried" + number + " as select 1 as order_id from generate_series(1, 100)");
            statement.execute("grant select on public.carried" + number + " to " + to);
            statement.execute("grant select on public.carried" + number + " to " + quoted(lease));
            statement.execute("do $$ begin execute format('grant select on large object %s to " + to
                    + "', lo_from_bytea(0, 'order 1')); end $$");
        }
        done.add("elsewhere");
    }

    private static String quoted(String role) {
        return '"' + role + '"';
    }
}
