package dev.quartermaster.actions.lease.store;

import dev.quartermaster.actions.bundle.Bundles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Writes at start on each lease of an earlier version where its things are made; nothing where all of them say it. */
@Component
class StoredNamespaces implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(StoredNamespaces.class);

    private final LeaseRepository leases;
    private final Bundles bundles;

    StoredNamespaces(LeaseRepository leases, Bundles bundles) {
        this.leases = leases;
        this.bundles = bundles;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (LeaseRow lease : leases.withoutNamespace()) {
            bundles.namespace(lease.version(), lease.team())
                    .ifPresentOrElse(
                            namespace -> leases.namespace(lease.id().value(), namespace),
                            () -> LOG.error(
                                    "Nothing says where things of {} were made, so what {} has in a cluster cannot be"
                                            + " taken back: set its namespace in the table lease.",
                                    lease.team(),
                                    lease.id()));
        }
    }
}
