package dev.quartermaster.intents.catalogue;

import dev.quartermaster.intents.people.PersonId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of the warehouse with its sensitivity and its owner, as {@code data.yaml} has it.
 *
 * @param about what it holds, in a sentence
 * @param owner who says yes; {@code deputy} where the owner may not
 * @param standIn a synthetic dataset of the same shape, or null
 * @param synonyms other names people use
 * @param masked columns that are read masked, and how
 * @param clearTextOf the masked dataset that this one is without the masks, or null
 */
public record Dataset(
        DatasetName name,
        String about,
        DataClass dataClass,
        PersonId owner,
        @Nullable PersonId deputy,
        String warehouse,
        @Nullable DatasetName standIn,
        List<String> synonyms,
        SortedMap<String, Masking> masked,
        @Nullable DatasetName clearTextOf) {
    private static final String MASKED = "masked_";
    /** Letters of a schema whose masked one has a name, too. */
    public static final int LONGEST_SCHEMA = 63 - MASKED.length();

    public Dataset {
        synonyms = List.copyOf(synonyms);
        masked = Collections.unmodifiableSortedMap(new TreeMap<>(masked));
    }

    /** A table as it is. */
    public Dataset(
            DatasetName name,
            String about,
            DataClass dataClass,
            PersonId owner,
            @Nullable PersonId deputy,
            String warehouse,
            @Nullable DatasetName standIn,
            List<String> synonyms) {
        this(name, about, dataClass, owner, deputy, warehouse, standIn, synonyms, Collections.emptySortedMap(), null);
    }

    /** The table that holds it. */
    public DatasetName table() {
        return clearTextOf == null ? name : clearTextOf;
    }

    /** What is selected from in the warehouse: its table, or where columns are masked a view of ours. */
    public DatasetName readAs() {
        return masked.isEmpty() ? table() : new DatasetName(MASKED + name.value());
    }
}
