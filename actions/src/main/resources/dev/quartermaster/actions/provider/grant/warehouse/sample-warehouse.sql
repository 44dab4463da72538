-- Made up from row numbers alone: no real person, the same on every machine.
create schema synthetic;
create schema product;
create schema sales;
create schema customer;

create table synthetic.customers as
select n as customer_id,
       (array['Ada', 'Ben', 'Cleo', 'Dev', 'Elif', 'Finn', 'Gia', 'Hugo', 'Ines', 'Jun'])[1 + n * 7 % 10] || ' '
           || (array['Abbot', 'Brandt', 'Costa', 'Dubois', 'Eriksen', 'Fischer', 'Greco', 'Horvat', 'Ito', 'Jansen'])[1 + n / 10 % 10] as name,
       'person' || n || '@example.org' as email,
       (array['GB', 'DE', 'FR', 'ES', 'NL', 'SE'])[1 + n * 11 % 6] as country,
       (array['new', 'regular', 'loyal'])[1 + n * 5 % 3] as segment,
       date '2022-01-01' + n * 37 % 1400 as joined_on,
       round((20 + n * 7919 % 48000 / 100.0)::numeric, 2) as monthly_spend,
       n * 31 % 100 < 18 as churned
from generate_series(1, 3000) n;
alter table synthetic.customers add primary key (customer_id);

create table synthetic.products as
select n as product_id,
       (array['Lamp', 'Chair', 'Desk', 'Shelf', 'Rug', 'Mirror', 'Vase', 'Clock'])[1 + n % 8] || ' ' || n as name,
       (array['lighting', 'seating', 'tables', 'storage', 'textiles', 'decoration'])[1 + n * 5 % 6] as category,
       round((5 + n * 6151 % 40000 / 100.0)::numeric, 2) as unit_price
from generate_series(1, 2000) n;
alter table synthetic.products add primary key (product_id);

create table synthetic.transactions as
select n as transaction_id,
       1 + n * 7907 % 3000 as customer_id,
       1 + n * 6133 % 2000 as product_id,
       1 + n * 13 % 4 as quantity,
       round((5 + n * 104729 % 90000 / 100.0)::numeric, 2) as amount,
       timestamptz '2025-01-01 00:00+00' + n * interval '97 minutes' as at
from generate_series(1, 6000) n;
alter table synthetic.transactions add primary key (transaction_id);

create table product.catalogue as
select n as product_id,
       (array['Lamp', 'Chair', 'Desk', 'Shelf', 'Rug', 'Mirror', 'Vase', 'Clock'])[1 + n % 8] || ' ' || n as name,
       (array['lighting', 'seating', 'tables', 'storage', 'textiles', 'decoration'])[1 + n * 5 % 6] as category,
       round((5 + n * 6151 % 40000 / 100.0)::numeric, 2) as unit_price,
       n * 17 % 20 > 0 as available
from generate_series(1, 2500) n;
alter table product.catalogue add primary key (product_id);

create table sales.orders as
select n as order_id,
       1 + n * 7907 % 4000 as customer_id,
       1 + n * 6133 % 2500 as product_id,
       1 + n * 13 % 4 as quantity,
       round((5 + n * 104729 % 90000 / 100.0)::numeric, 2) as amount,
       timestamptz '2025-06-01 08:00+00' + n * interval '83 minutes' as ordered_at,
       (array['delivered', 'delivered', 'delivered', 'shipped', 'paid', 'cancelled'])[1 + n * 7 % 6] as status
from generate_series(1, 5000) n;
alter table sales.orders add primary key (order_id);

create table sales.returns as
select n as return_id,
       1 + n * 7 % 5000 as order_id,
       (array['damaged', 'too late', 'wrong size', 'changed mind'])[1 + n * 5 % 4] as reason,
       timestamptz '2025-06-10 08:00+00' + n * interval '5 hours' as returned_at,
       round((5 + n * 8191 % 30000 / 100.0)::numeric, 2) as refunded
from generate_series(1, 2000) n;
alter table sales.returns add primary key (return_id);

create table customer.accounts as
select n as account_id,
       (array['Noor', 'Otto', 'Pia', 'Quinn', 'Rosa', 'Sven', 'Tara', 'Uwe', 'Vera', 'Wim'])[1 + n * 3 % 10] || ' '
           || (array['Kaya', 'Larsen', 'Moreau', 'Novak', 'Olsen', 'Peeters', 'Quist', 'Rossi', 'Silva', 'Toth'])[1 + n / 10 % 10] as holder,
       'account' || n || '@example.org' as email,
       'XX00' || lpad((n * 7919)::text, 16, '0') as iban,
       date '2018-01-01' + n * 41 % 2800 as opened_on,
       round((n * 15485863::bigint % 2000000 / 100.0)::numeric, 2) as balance
from generate_series(1, 4000) n;
alter table customer.accounts add primary key (account_id);

create table customer.transactions as
select n as transaction_id,
       1 + n * 7907 % 4000 as account_id,
       round(((n * 104729 % 200000 - 100000) / 100.0)::numeric, 2) as amount,
       timestamptz '2025-06-01 00:00+00' + n * interval '71 minutes' as at,
       (array['rent', 'salary', 'groceries', 'energy', 'travel', 'savings'])[1 + n * 5 % 6] as purpose
from generate_series(1, 6000) n;
alter table customer.transactions add primary key (transaction_id);
