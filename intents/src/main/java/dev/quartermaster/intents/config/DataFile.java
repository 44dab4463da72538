package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Masking;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Reads {@code data.yaml}: datasets with their sensitivity, owner and deputy. */
final class DataFile {
    private static final List<String> CLASSES = Stream.of(DataClass.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();

    static final Shape CLASS = Shape.words(CLASSES.toArray(String[]::new));
    private static final Shape.Entries DATASET = Shape.map()
            .with("name", NameFormats.DATASET)
            .with("about", Shape.text())
            .with("class", CLASS)
            .with("owner", Shape.text())
            .perhaps("deputy", Shape.text())
            .with("warehouse", NameFormats.WORD)
            .perhaps("standIn", NameFormats.DATASET)
            .perhaps("synonyms", Shape.list(Shape.text()))
            .perhaps("masked", Shape.named(Shape.words(MaskedColumns.WORDS.toArray(String[]::new))))
            .perhaps("clearTextOf", NameFormats.DATASET);
    static final Shape.Entries SHAPE = Shape.map().with("datasets", Shape.list(DATASET));

    private final Declared declared;
    private final Unique names = new Unique("The dataset");

    DataFile(Declared declared) {
        this.declared = declared;
    }

    Map<DatasetName, Dataset> read(Node root) {
        Map<DatasetName, Dataset> found = new HashMap<>();
        List<Node> all = SHAPE.open(root).required("datasets").list();
        all.forEach(each -> dataset(each).ifPresent(one -> found.put(one.name(), one)));
        all.forEach(each -> MaskedColumns.clearText(each, found));
        return found;
    }

    static Optional<DataClass> dataClass(Node node) {
        return node.oneOf(CLASSES).map(word -> DataClass.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private Optional<Dataset> dataset(Node node) {
        Fields fields = DATASET.open(node);
        Optional<DatasetName> name = fields.required("name")
                .as(DatasetName::new)
                .filter(one -> names.first(one.value(), fields.key("name")));
        Optional<String> about = fields.required("about").text();
        Optional<DataClass> dataClass = dataClass(fields.required("class"));
        Optional<PersonId> owner = declared.person(fields.required("owner"));
        Optional<PersonId> deputy = fields.optional("deputy").flatMap(declared::person);
        Optional<String> warehouse = fields.required("warehouse").as(NameFormats::word);
        Optional<DatasetName> standIn = fields.optional("standIn").flatMap(declared::dataset);
        List<String> synonyms = fields.optional("synonyms").map(Node::texts).orElse(List.of());
        SortedMap<String, Masking> masked = MaskedColumns.read(fields.optional("masked"), name);
        Optional<DatasetName> clearTextOf = fields.optional("clearTextOf").flatMap(declared::dataset);
        return fields.build(() -> new Dataset(
                name.orElseThrow(),
                about.orElseThrow(),
                dataClass.orElseThrow(),
                owner.orElseThrow(),
                deputy.orElse(null),
                warehouse.orElseThrow(),
                standIn.orElse(null),
                synonyms,
                masked,
                clearTextOf.orElse(null)));
    }
}
