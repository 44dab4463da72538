package dev.quartermaster.actions.json;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the language's types as JSON and reads them back. Canonical: keys sorted, sets sorted, names as plain text,
 * amounts as text without trailing zeros, so equal values have equal texts and a digest means something. Alternatives
 * carry their case's name in {@code type}; renaming one is a migration.
 */
@Component
public class Json {
    private final JsonMapper mapper = JsonShapes.mapper();

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** @throws tools.jackson.core.JacksonException when the text is not one of these */
    public <T> T read(String text, Class<T> type) {
        return mapper.readValue(text, type);
    }
}
