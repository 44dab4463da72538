package dev.quartermaster.intents.catalogue;

import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the warehouse with its sensitivity and its owner, as {@code data.yaml} has it.
 *
 * @param about what it holds, in a sentence
 * @param owner who says yes; {@code deputy} where the owner may not
 * @param standIn a synthetic dataset of the same shape, or null
 * @param synonyms other names people use
 */
public record Dataset(
        DatasetName name,
        String about,
        DataClass dataClass,
        PersonId owner,
        @Nullable PersonId deputy,
        String warehouse,
        @Nullable DatasetName standIn,
        List<String> synonyms) {
    public Dataset {
        synonyms = List.copyOf(synonyms);
    }
}
