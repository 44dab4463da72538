package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Masking;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code masked} and {@code clearTextOf} of one dataset in {@code data.yaml}. */
final class MaskedColumns {
    static final List<String> WORDS = Arrays.stream(Masking.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();

    private MaskedColumns() {}

    static SortedMap<String, Masking> read(Optional<Node> masked, Optional<DatasetName> name) {
        SortedMap<String, Masking> columns = new TreeMap<>();
        masked.ifPresent(node -> {
            node.names()
                    .entries()
                    .forEach((column, how) -> how.oneOf(WORDS)
                            .ifPresent(word -> columns.put(column, Masking.valueOf(word.toUpperCase(Locale.ROOT)))));
            name.filter(each -> each.schema().length() > Dataset.LONGEST_SCHEMA)
                    .ifPresent(each -> node.problem(
                            "The schema's name is too long for one in which columns are masked.",
                            "Use a schema of at most " + Dataset.LONGEST_SCHEMA + " letters."));
        });
        return columns;
    }

    /** It is a name of its own for what another dataset masks, outside of the other's schema: a grant on all of that must not hold it. */
    static void clearText(Node node, Map<DatasetName, Dataset> all) {
        Fields fields = node.reportingTo(new ArrayList<>()).names();
        Optional<Dataset> dataset = fields.optional("name")
                .flatMap(Node::plainText)
                .flatMap(name -> all.values().stream()
                        .filter(each -> each.name().value().equals(name))
                        .findFirst());
        if (dataset.isEmpty() || dataset.get().clearTextOf() == null) {
            return;
        }
        Dataset clear = dataset.get();
        Dataset masked = all.get(clear.clearTextOf());
        if (masked == null && !clear.clearTextOf().table().equals("*")) {
            // What is wrong with that one is reported already.
            return;
        }
        if (masked == null || masked.masked().isEmpty()) {
            node.names()
                    .key("clearTextOf")
                    .problem(
                            clear.clearTextOf() + " masks no column.",
                            "Give it masked: {column: hidden}, or take clearTextOf away.");
        } else if (clear.name().schema().equals(masked.name().schema())) {
            node.names()
                    .key("name")
                    .problem(
                            "A grant on " + masked.name().schema() + ".* would hold the clear text, too.",
                            "Give it a name in another schema, such as "
                                    + masked.name().schema() + "_clear."
                                    + masked.name().table() + ".");
        }
    }
}
