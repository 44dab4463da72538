package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.cluster.Ownership;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table {@code cluster_object}. Each call commits by itself: what is about to be made must be known before it is. */
@Component
class SqlOwnership implements Ownership {
    private static final String THIS = " lease = :lease and kind = :kind and namespace = :namespace and name = :name ";

    private final JdbcClient jdbc;

    SqlOwnership(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String intend(ObjectRef ref, Labels labels) {
        var mark = UUID.randomUUID().toString();
        about(
                        "insert into cluster_object (mark, lease, part, api_version, kind, namespace, name)"
                                + " values (:mark, :lease, :part, :version, :kind, :namespace, :name)",
                        ref,
                        labels)
                .param("mark", mark)
                .param("part", labels.part().value())
                .param("version", ref.apiVersion())
                .update();
        return mark;
    }

    @Override
    public Optional<String> mark(ObjectRef ref, Labels labels, Identity identity) {
        var known = about("select mark from cluster_object where" + THIS + "and uid = :uid", ref, labels)
                .param("uid", identity.uid())
                .query(String.class)
                .optional();
        if (known.isPresent()) {
            return known;
        }
        var begun = about(
                        "update cluster_object set uid = :uid where" + THIS
                                + "and mark = :mark and uid is null returning mark",
                        ref,
                        labels)
                .param("uid", identity.uid())
                .param("mark", identity.mark())
                .query(String.class)
                .optional();
        return begun.isPresent() || !identity.lease().equals(labels.lease().value())
                ? begun
                : fromBefore(ref, labels, identity);
    }

    /** Of a lease from before makings were remembered: what carries its label and no mark is believed once. */
    private Optional<String> fromBefore(ObjectRef ref, Labels labels, Identity identity) {
        return about(
                        "insert into cluster_object (mark, lease, part, api_version, kind, namespace, name, uid)"
                                + " select :mark, :lease, :part, :version, :kind, :namespace, :name, :uid"
                                + " where :unmarked and exists (select 1 from lease where id = :lease and known_by_labels)"
                                + " and not exists (select 1 from cluster_object where" + THIS + ") returning mark",
                        ref,
                        labels)
                .param("mark", UUID.randomUUID().toString())
                .param("part", labels.part().value())
                .param("version", ref.apiVersion())
                .param("uid", identity.uid())
                .param("unmarked", identity.mark().isEmpty())
                .query(String.class)
                .optional();
    }

    @Override
    public List<String> namespaces() {
        return jdbc.sql("select distinct namespace from cluster_object union select distinct namespace from lease"
                        + " where namespace is not null order by 1")
                .query(String.class)
                .list();
    }

    @Override
    public List<ObjectRef> made(Labels labels) {
        return jdbc.sql("select distinct api_version, kind, namespace, name from cluster_object"
                        + " where lease = :lease and part = :part")
                .param("lease", labels.lease().value())
                .param("part", labels.part().value())
                .query((row, number) -> new ObjectRef(
                        row.getString("api_version"),
                        row.getString("kind"),
                        row.getString("namespace"),
                        row.getString("name")))
                .list();
    }

    private StatementSpec about(String sql, ObjectRef ref, Labels labels) {
        return jdbc.sql(sql)
                .param("lease", labels.lease().value())
                .param("kind", ref.kind())
                .param("namespace", ref.namespace())
                .param("name", ref.name());
    }
}
