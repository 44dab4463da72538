package dev.quartermaster.intents.policy;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.DURATION;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructType;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The facts a rule may name, with their types, so that a misspelt one is an error when the file is read. Money is whole
 * cents. {@code p} holds the parameters of every golden path there is; one that the asked path does not have must be
 * asked for with {@code has(p.name)} first.
 */
final class Vocabulary implements CelTypeProvider {
    static final Map<String, CelType> PERSON =
            Map.of("id", STRING, "name", STRING, "role", STRING, "sponsor", STRING, "groups", ListType.create(STRING));
    static final Map<String, CelType> TEAM = Map.of("id", STRING, "title", STRING, "manager", STRING);
    static final Map<String, CelType> REQUEST = Map.of(
            "kind", STRING,
            "extension", BOOL,
            "access", STRING,
            "grantee", STRING,
            "term", DURATION,
            "gpus", INT,
            "images", ListType.create(STRING),
            "foreign", ListType.create(STRING),
            "registries", ListType.create(STRING));
    static final Map<String, CelType> PATH =
            Map.of("name", STRING, "title", STRING, "owner", STRING, "version", INT, "compute", BOOL);
    static final Map<String, CelType> DATASET =
            Map.of("name", STRING, "schema", STRING, "class", STRING, "owner", STRING);
    static final Map<String, CelType> PRICE = Map.of("estimate", INT, "added", INT, "hour", INT, "day", INT);
    static final Map<String, CelType> BUDGET =
            Map.of("month", INT, "used", INT, "reserved", INT, "before", INT, "after", INT, "left", INT);

    private final Map<String, StructType> structs;

    Vocabulary(Catalogue catalogue) {
        structs = Map.of(
                "person", struct("person", PERSON),
                "team", struct("team", TEAM),
                "request", struct("request", REQUEST),
                "path", struct("path", PATH),
                "dataset", struct("dataset", DATASET),
                "price", struct("price", PRICE),
                "budget", struct("budget", BUDGET),
                "p", struct("p", parameters(catalogue)));
    }

    /** Everything an expression can start with. */
    Map<String, CelType> variables() {
        Map<String, CelType> variables = new LinkedHashMap<>(structs);
        variables.remove("dataset");
        variables.put("datasets", ListType.create(structs.get("dataset")));
        variables.put("now", TIMESTAMP);
        return variables;
    }

    /** Everything that can be named, dots included, for "did you mean"; the fields of one dataset as {@code dataset.…}. */
    SortedSet<String> words() {
        SortedSet<String> words = new TreeSet<>(variables().keySet());
        structs.forEach((name, struct) -> struct.fieldNames().forEach(field -> words.add(name + "." + field)));
        return words;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(structs.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return structs.values().stream()
                .filter(struct -> struct.name().equals(name))
                .map(CelType.class::cast)
                .findFirst();
    }

    private static StructType struct(String name, Map<String, CelType> fields) {
        return StructType.create(
                "facts." + name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
    }

    private static Map<String, CelType> parameters(Catalogue catalogue) {
        Map<String, CelType> fields = new LinkedHashMap<>();
        for (GoldenPath path : catalogue.paths().values()) {
            for (Parameter parameter : path.parameters()) {
                fields.merge(parameter.name(), type(parameter.type()), (one, other) -> one.equals(other) ? one : DYN);
            }
        }
        return Map.copyOf(fields);
    }

    private static CelType type(Parameter.Type type) {
        return switch (type) {
            case INTEGER -> INT;
            case QUANTITY -> DOUBLE;
            case DURATION -> DURATION;
            case PRESET, CHOICE, IMAGE, TEXT -> STRING;
        };
    }
}
