package dev.quartermaster.actions.audit;

import dev.quartermaster.intents.people.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes and reads the chains. */
public interface Audit {
    /** Joins the caller's transaction. @param chain a request's id, or {@code system} */
    void record(String chain, @Nullable PersonId by, String what, Map<String, ?> detail);

    /**
     * Keeps what a person wrote where it can be erased; joins the caller's transaction.
     *
     * @return its SHA-256 (hex), to stand in a fact's detail in its place
     */
    String words(String request, String text);

    /** What was kept by {@link #words}; empty once erased. */
    Optional<String> written(String request, String hash);

    /** As {@link #written(String, String)}, of all of these at once; what was erased is absent. */
    Map<KeptWords, String> written(Collection<KeptWords> kept);

    /** @param hash what {@link #words} returned */
    record KeptWords(String request, String hash) {}

    List<Fact> of(String chain);

    /** Empty when the chain is unbroken; a sentence naming the first broken fact otherwise. */
    String verify(String chain);
}
