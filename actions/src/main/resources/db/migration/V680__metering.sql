-- What a lease is made of and what was agreed for it, so that spend can be asked for by kind, dataset and estimate.
alter table account add column units jsonb not null default '{}';           -- by resource, as prices.yaml names it
alter table account add column datasets text[] not null default '{}';
alter table account add column estimate numeric not null default 0;         -- everything ever agreed for it
alter table account add column storage_per_hour numeric not null default 0; -- of its rate, what goes on when it is stopped
alter table account add column until timestamptz;                           -- when it ends; null: not handed over

-- A stretch at one rate stands in pieces of at most a week once it is over, so that whoever looks for those of a month
-- need not look further back than that. ran: seconds of the stretch before this piece; amounts go on from there.
alter table usage add column team text;
alter table usage add column ran bigint not null default 0 check (ran >= 0);
update usage set team = (select a.team from account a where a.lease = usage.lease);
alter table usage alter column team set not null;

with long as (
    select id, lease, team, per_hour, from_at, to_at as until from usage where to_at - from_at > interval '168 hours'),
cut as (
    update usage set to_at = long.from_at + interval '168 hours' from long where usage.id = long.id)
insert into usage (lease, team, per_hour, from_at, to_at, ran)
select lease, team, per_hour, piece, least(piece + interval '168 hours', until), extract(epoch from piece - from_at)::bigint
from long, generate_series(from_at + interval '168 hours', until - interval '1 second', interval '168 hours') piece;

alter table usage add constraint usage_piece check (extract(epoch from to_at - from_at) <= 604800);
create index usage_team on usage (team, from_at) include (to_at, per_hour, ran, lease) where to_at is not null;
create index usage_team_open on usage (team) where to_at is null;

create index account_team_until on account (team, until);

-- The one rounding of what is metered: to six decimals, half up, exactly.
create function qm_amount(per_hour numeric, seconds bigint) returns numeric
    language sql immutable
    return div(per_hour * seconds * 2000000 + 3600, 7200) * 0.000001;

-- A use of the language model is its own record.
create function model_call_stays() returns trigger
    language plpgsql
    as $$ begin raise exception 'What was used is only ever added to.'; end $$;

create trigger model_call_stays before update or delete on model_call
    for each row execute function model_call_stays();

update account set until = (select date_trunc('second', l.until) from lease l where l.id = account.lease and l.started is not null);
update account set per_hour = u.per_hour from usage u where u.lease = account.lease and u.to_at is null and u.per_hour > 0;
