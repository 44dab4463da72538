package dev.quartermaster.actions.persistence;

import java.time.Instant;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;

/** Tells Hibernate what {@code qm_now()} is, so that queries in its language have the database's time. */
public final class DatabaseTimeFunction implements FunctionContributor {
    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        contributions
                .getFunctionRegistry()
                .noArgsBuilder("qm_now")
                .setUseParenthesesWhenNoArgs(true)
                .setInvariantType(contributions.getTypeConfiguration().getBasicTypeForJavaType(Instant.class))
                .register();
    }
}
