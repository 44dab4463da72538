package dev.quartermaster.actions.persistence;

import java.time.Instant;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;

/**
 * Tells Hibernate what {@code qm_now()} is, so that queries in its language have the database's time: as a query within the
 * query, which is asked once. Called in a condition it would be asked for each row.
 */
public final class DatabaseTimeFunction implements FunctionContributor {
    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        contributions
                .getFunctionRegistry()
                .patternDescriptorBuilder("qm_now", "(select qm_now())")
                .setExactArgumentCount(0)
                .setInvariantType(contributions.getTypeConfiguration().getBasicTypeForJavaType(Instant.class))
                .register();
    }
}
