package dev.quartermaster.actions.attempt;

import org.hibernate.TransactionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Troubles that pass by themselves and are not the fault of what was worked: the database is away, or is in a hurry. */
public final class Passing {
    private Passing() {}

    public static boolean is(Throwable trouble) {
        // A statement over its limit today is over it tomorrow.
        return trouble instanceof TransientDataAccessException && !(trouble instanceof QueryTimeoutException)
                || trouble instanceof DataAccessResourceFailureException
                || trouble instanceof CannotCreateTransactionException
                || withoutConnection(trouble);
    }

    /** What could not even be rolled back, because its connection is gone; that hides what was said before. */
    private static boolean withoutConnection(Throwable trouble) {
        return trouble instanceof JpaSystemException && trouble.getCause() instanceof TransactionException;
    }
}
