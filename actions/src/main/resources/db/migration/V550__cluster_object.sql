-- Every making of an object in the cluster, written before it is made. The mark stands on the object; the uid is the
-- cluster's own and tells the object from a later one of the same name. Rows stay: a late one is recognised by them.
create table cluster_object (
    mark        text        primary key,
    lease       text        not null references lease (id),
    part        text        not null,
    api_version text        not null,
    kind        text        not null,
    namespace   text        not null,
    name        text        not null,
    uid         text,
    intended    timestamptz not null default clock_timestamp()
);
create index cluster_object_lease on cluster_object (lease);

-- What was made before makings were remembered has nothing but its labels; those are believed once, an object each.
alter table lease add column known_by_labels boolean not null default false;
update lease set known_by_labels = true where not settled;
