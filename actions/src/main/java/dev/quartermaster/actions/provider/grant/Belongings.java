package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.Membership;
import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a role owns in one database: copies of what it could read may be among it, open to everybody. It is put out of
 * reach and not deleted: it becomes that of a role without members, without login and without any right, so that neither
 * a view nor a function among it reads anything either.
 */
record Belongings(Connection connection, String owner) {
    /** Whose it becomes. */
    static final String KEEPER = "qm_left_behind";

    /** Not what holds no data, and not what is gone with its session: a later session's is not ours to take. */
    private static final String OWNED = """
            select pg_describe_object(d.classid, d.objid, 0)
            from pg_shdepend d join pg_roles r on r.oid = d.refobjid
            where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o' and r.rolname = ?
              and d.dbid = (select oid from pg_database where datname = current_database())
              and d.classid not in ('pg_default_acl'::regclass, 'pg_user_mapping'::regclass)
              and not (d.classid = 'pg_class'::regclass
                       and exists (select 1 from pg_class c where c.oid = d.objid and c.relpersistence = 't'))
            order by 1""";

    /** Grants to a column are taken with those on its table. */
    private static final String CLOSING = """
            with role as (select oid from pg_roles where rolname = ?),
            open (kind, name, acl) as (
                select 'table', c.oid::regclass::text, c.relacl
                from pg_class c, role where c.relowner = role.oid and c.relpersistence <> 't'
                union all
                select 'table', c.oid::regclass::text, a.attacl
                from pg_class c join pg_attribute a on a.attrelid = c.oid, role
                where c.relowner = role.oid and c.relpersistence <> 't' and a.attacl is not null
                union all
                select 'schema', quote_ident(n.nspname), n.nspacl
                from pg_namespace n, role where n.nspowner = role.oid and n.nspname !~ '^pg_'
                union all
                select 'large object', l.oid::text, l.lomacl
                from pg_largeobject_metadata l, role where l.lomowner = role.oid
                union all
                select 'routine', p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner))
                from pg_proc p, role where p.proowner = role.oid)
            select distinct format('revoke all on %s %s from %s cascade', kind, name,
                       case when a.grantee = 0 then 'public' else quote_ident(g.rolname) end)
            from role, open cross join aclexplode(open.acl) a left join pg_roles g on g.oid = a.grantee
            where a.grantee <> role.oid""";

    private static final String GIVERS = """
            with thing (class, id, owner) as (
                select 'pg_class'::regclass, oid, relowner from pg_class
                union all select 'pg_namespace'::regclass, oid, nspowner from pg_namespace
                union all select 'pg_proc'::regclass, oid, proowner from pg_proc
                union all select 'pg_type'::regclass, oid, typowner from pg_type
                union all select 'pg_largeobject'::regclass, oid, lomowner from pg_largeobject_metadata)
            select distinct g.rolname
            from pg_shdepend d join pg_roles r on r.oid = d.refobjid
            join thing on thing.class = d.classid and thing.id = d.objid join pg_roles g on g.oid = thing.owner
            where d.refclassid = 'pg_authid'::regclass and d.deptype = 'a' and r.rolname = ?
              and d.dbid = (select oid from pg_database where datname = current_database())
              and g.rolname like 'qm\\_%' and g.oid <> r.oid""";

    List<String> owned() throws SQLException {
        return names(OWNED);
    }

    /** Nobody but the owner reaches it any more. Waits for no lock that an open cursor holds. */
    void close() throws SQLException {
        Membership membership = new Membership(connection);
        boolean joined = membership.join(owner);
        for (String statement : names(CLOSING)) {
            new Statements(connection).execute(statement);
        }
        if (joined) {
            membership.leave(owner);
        }
    }

    /** The owner does not either. */
    void putAway() throws SQLException {
        Statements statements = new Statements(connection);
        if (!statements.holds("select 1 from pg_roles where rolname = ?", KEEPER)) {
            statements.run("create role %I nologin", KEEPER);
        }
        Membership membership = new Membership(connection);
        boolean owners = membership.join(owner);
        boolean keepers = membership.join(KEEPER);
        // Whose a thing becomes must be allowed to make one where it stands.
        statements.run("grant %I to %I", owner, KEEPER);
        statements.run("reassign owned by %I to %I", owner, KEEPER);
        statements.run("revoke %I from %I", owner, KEEPER);
        if (keepers) {
            membership.leave(KEEPER);
        }
        if (owners) {
            membership.leave(owner);
        }
    }

    /** Logins and roles of grants that gave it rights on things of theirs. */
    List<String> givers() throws SQLException {
        return names(GIVERS);
    }

    private List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, owner);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }
}
