package dev.quartermaster.actions.provider.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a new repository holds. A folder {@code templates/<name>} of resources with a file {@code FILES} that lists the
 * others, because resources in a jar cannot be listed. A new template is a new folder.
 */
record RepositoryTemplate(String name, Map<String, String> files) {
    static Optional<RepositoryTemplate> named(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,40}")) {
            return Optional.empty();
        }
        return read("/templates/" + name + "/FILES").map(list -> {
            Map<String, String> files = new LinkedHashMap<>();
            for (String file : list.lines().filter(line -> !line.isBlank()).toList()) {
                files.put(
                        file,
                        read("/templates/" + name + "/" + stored(file))
                                .orElseThrow(
                                        () -> new IllegalStateException("Missing in template " + name + ": " + file)));
            }
            return new RepositoryTemplate(name, files);
        });
    }

    /** Packagers leave out {@code .gitignore}; it is kept as {@code dot-gitignore}. */
    private static String stored(String file) {
        return file.startsWith(".") ? "dot-" + file.substring(1) : file;
    }

    private static Optional<String> read(String resource) {
        try (InputStream text = RepositoryTemplate.class.getResourceAsStream(resource)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
