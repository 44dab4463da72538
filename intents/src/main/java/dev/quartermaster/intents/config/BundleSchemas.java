package dev.quartermaster.intents.config;

import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.policy.file.PolicyFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON Schema (draft 2020-12) for each kind of file of a bundle, from the shapes by which they are read: for editors.
 * What one file says of another, and expressions, are the reader's alone.
 */
public final class BundleSchemas {
    /** Where they lie beside the files; nothing of it is read as configuration. */
    public static final String FOLDER = "schemas/";

    private BundleSchemas() {}

    /** By name, such as {@code people.schema.json}: trees of maps, lists, texts, numbers and truth values. */
    public static SortedMap<String, Map<String, Object>> of(PartTypes types) {
        SortedMap<String, Map<String, Object>> schemas = new TreeMap<>();
        put(schemas, "organisation", "organisation.yaml", OrganisationFile.SHAPE);
        put(schemas, "people", "people.yaml", PeopleFile.SHAPE);
        put(schemas, "data", "data.yaml", DataFile.SHAPE);
        put(schemas, "prices", "prices.yaml", PricesFile.SHAPE);
        put(schemas, "jobs", "jobs.yaml", JobsFile.shape(types.kinds()));
        put(schemas, "policy", "policies/NAME.yaml", PolicyFiles.SHAPE);
        put(schemas, "golden-path", "golden-paths/NAME.yaml", GoldenPathFile.SHAPE);
        @SuppressWarnings("unchecked")
        var properties = (Map<String, Object>) schemas.get(name("golden-path")).get("properties");
        properties.put("parts", Map.of("type", "array", "items", types.jsonSchema()));
        return schemas;
    }

    private static void put(
            SortedMap<String, Map<String, Object>> schemas, String kind, String file, Shape.Entries shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", file);
        schema.putAll(shape.jsonSchema());
        schemas.put(name(kind), schema);
    }

    private static String name(String kind) {
        return kind + ".schema.json";
    }
}
