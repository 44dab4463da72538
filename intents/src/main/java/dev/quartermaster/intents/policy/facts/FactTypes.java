package dev.quartermaster.intents.policy.facts;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts a rule may name, with their types, so that a misspelt one is an error when the file is read. Money is whole
 * cents. {@code p} holds the parameters of every golden path there is; one that the asked path does not have must be
 * asked for with {@code has(p.name)} first.
 */
public final class FactTypes implements CelTypeProvider {
    static final String DATASET = "dataset";
    public static final String DATASETS = "datasets";
    static final String NOW = "now";

    private final Map<String, List<FactName>> groups;
    private final Map<String, StructType> structs;

    public FactTypes(Catalogue catalogue) {
        Map<String, List<FactName>> all = new LinkedHashMap<>(FactNames.GROUPS);
        all.put("p", parameters(catalogue));
        this.groups = Collections.unmodifiableMap(all);
        Map<String, StructType> made = new LinkedHashMap<>();
        groups.forEach((name, facts) -> made.put(name, struct(name, facts)));
        this.structs = Collections.unmodifiableMap(made);
    }

    /** Every group with its facts, {@code dataset} for one of {@code datasets}, in the order of the page. */
    Map<String, List<FactName>> groups() {
        return groups;
    }

    /** The names that an expression of a rule may begin with, and their types. */
    public Map<String, CelType> variables() {
        Map<String, CelType> variables = new LinkedHashMap<>(structs);
        variables.remove(DATASET);
        variables.put(DATASETS, ListType.create(structs.get(DATASET)));
        variables.put(NOW, TIMESTAMP);
        return variables;
    }

    /** Everything that can be named, dots included, for "did you mean"; the fields of one dataset as {@code dataset.…}. */
    public SortedSet<String> words() {
        SortedSet<String> words = new TreeSet<>(variables().keySet());
        groups.forEach((group, facts) -> facts.forEach(fact -> words.add(group + "." + fact.name())));
        return words;
    }

    /** Whether it has the same facts with the same types. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactTypes types && groups.equals(types.groups);
    }

    @Override
    public int hashCode() {
        return groups.hashCode();
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

    private static StructType struct(String name, List<FactName> facts) {
        Map<String, CelType> fields = new LinkedHashMap<>();
        facts.forEach(fact -> fields.put(fact.name(), fact.type()));
        return StructType.create(
                "facts." + name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
    }

    private static List<FactName> parameters(Catalogue catalogue) {
        Map<String, FactName> fields = new TreeMap<>();
        for (GoldenPath path : new TreeMap<>(catalogue.paths()).values()) {
            for (Parameter parameter : path.parameters()) {
                fields.merge(parameter.name(), parameter(parameter), FactTypes::either);
            }
        }
        return new ArrayList<>(fields.values());
    }

    private static FactName parameter(Parameter parameter) {
        String unit = parameter.type() == Parameter.Type.QUANTITY ? "GiB" : "";
        return new FactName(parameter.name(), type(parameter.type()), unit, parameter.about());
    }

    /** Of two paths' parameters of one name the first speaks; where they differ in type, anything may stand there. */
    private static FactName either(FactName one, FactName other) {
        return one.type().equals(other.type()) ? one : new FactName(one.name(), DYN, "", one.about());
    }

    private static CelType type(Parameter.Type type) {
        return switch (type) {
            case INTEGER -> INT;
            case QUANTITY -> DOUBLE;
            case DURATION -> DURATION;
            case PRESET, CHOICE, IMAGE, TEXT, NAME, SCHEDULE -> STRING;
        };
    }
}
