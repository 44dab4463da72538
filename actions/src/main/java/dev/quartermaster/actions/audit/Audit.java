package dev.quartermaster.actions.audit;

import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and reads the chains. */
public interface Audit {
    /** Joins the caller's transaction. @param chain a request's id, or {@code system} */
    void record(String chain, @Nullable PersonId by, String what, Map<String, ?> detail);

    List<Fact> of(String chain);

    /** Whether the chain is unbroken; a sentence naming the first broken fact otherwise. */
    String verify(String chain);
}
