package dev.quartermaster.actions.provider.grant.warehouse;

import java.sql.SQLException;

/** A statement that the server did not run, with its text: whoever has to mend it by hand is told which one it was. */
public final class RefusedStatement extends SQLException {
    private final String statement;
    private final SQLException refusal;

    public RefusedStatement(String statement, SQLException refusal) {
        super(refusal.getMessage(), refusal.getSQLState(), refusal);
        this.statement = statement;
        this.refusal = refusal;
    }

    public String statement() {
        return statement;
    }

    SQLException refusal() {
        return refusal;
    }
}
