package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.policy.Judge;
import java.util.Map;

/**
 * All files of one organisation, read and validated together; immutable.
 *
 * @param hash SHA-256 (hex) over names and contents of all files: the version every decision names
 * @param files relative path (forward slashes) to text, as read
 */
public record Bundle(
        String hash,
        Map<String, String> files,
        Organisation organisation,
        People people,
        Catalogue catalogue,
        PriceList prices,
        Judge judge) {
    public Bundle {
        files = Map.copyOf(files);
    }
}
