package dev.quartermaster.actions.bundle;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bundles, and which one is in force. */
interface BundleRepository extends Repository<BundleRow, String> {
    Optional<BundleRow> findById(String hash);

    @Query(nativeQuery = true, value = "select hash from bundle_in_force")
    Optional<String> inForce();

    /** A currency that anything was charged in, other than this one; at most one. */
    @Query(nativeQuery = true, value = """
            (select currency from account where currency <> :currency limit 1)
            union all
            (select currency from model_call where amount is not null and currency <> :currency limit 1)
            limit 1""")
    Optional<String> chargedOtherThan(String currency);

    /** Nothing when it is there already. */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            insert into bundle (hash, files) values (:hash, cast(:files as jsonb)) on conflict (hash) do nothing""")
    void keep(String hash, String files);

    /** @return 0: it is in force already */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            insert into bundle_in_force (hash) values (:hash)
            on conflict (only_one) do update set hash = excluded.hash, since = (select qm_now())
            where bundle_in_force.hash <> excluded.hash""")
    int activate(String hash);
}
