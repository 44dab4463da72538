package dev.quartermaster.bot.check;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.config.BundleSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of configuration files, as text: the same for the same program. */
final class SchemaFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SchemaFiles() {}

    /** By file name. */
    static SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        BundleSchemas.of(PartTypeScan.found())
                .forEach((name, schema) ->
                        texts.put(name, JSON.writeValueAsString(schema).replace(System.lineSeparator(), "\n") + "\n"));
        return texts;
    }

    /** @return how many there are */
    static int write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : texts().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return texts().size();
    }
}
