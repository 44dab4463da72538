package dev.quartermaster.actions.persistence;

import org.springframework.data.domain.Persistable;

/**
 * A row that its repository's {@code save} inserts, without looking first whether it is there. What is read is never
 * saved: rows change by the conditional updates of their repositories alone.
 */
public interface InsertOnly<I> extends Persistable<I> {
    @Override
    default boolean isNew() {
        return true;
    }
}
