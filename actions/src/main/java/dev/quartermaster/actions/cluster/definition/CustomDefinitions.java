package dev.quartermaster.actions.cluster.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The definitions of custom kinds (CustomResourceDefinition) in a folder of YAML or JSON files, each version by itself. */
public final class CustomDefinitions {
    public static final CustomDefinitions NONE = new CustomDefinitions();

    /** Definitions with descriptions of everything are as large as etcd takes, 1.5 MiB; a file may hold several. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private record Kind(String apiVersion, String name) {}

    private final Map<Kind, StructuralSchema> schemas = new LinkedHashMap<>();

    private CustomDefinitions() {}

    /**
     * Every definition in the folder's own files; what is none of that is passed over.
     *
     * @throws IOException when a file can't be read; the message says which and why
     */
    public static CustomDefinitions of(Path folder) throws IOException {
        var definitions = new CustomDefinitions();
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().matches(".+\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        }
        for (var file : files) {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + " is larger than " + LARGEST + " bytes");
            }
            try {
                definitions.read(Files.readString(file));
            } catch (YAMLException unreadable) {
                throw new IOException(
                        file + " is not YAML: "
                                + unreadable.getMessage().lines().findFirst().orElse(""),
                        unreadable);
            }
        }
        return definitions;
    }

    /** What the kind's definition refuses of an object, each with its field; empty: there is no definition of that kind. */
    public Optional<List<String>> wrong(Map<String, Object> manifest) {
        var kind = new Kind(String.valueOf(manifest.get("apiVersion")), String.valueOf(manifest.get("kind")));
        return Optional.ofNullable(schemas.get(kind)).map(schema -> schema.wrong(manifest));
    }

    /** Such as {@code RayCluster (ray.io/v1)}, in the order of the files. */
    public List<String> kinds() {
        return schemas.keySet().stream()
                .map(kind -> kind.name() + " (" + kind.apiVersion() + ")")
                .toList();
    }

    private void read(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(200);
        for (var document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            if (document instanceof Map<?, ?> tree && "CustomResourceDefinition".equals(tree.get("kind"))) {
                var spec = map(tree.get("spec"));
                var name = String.valueOf(map(spec.get("names")).get("kind"));
                items(spec.get("versions"))
                        .forEach(version -> schemas.put(
                                new Kind(spec.get("group") + "/" + version.get("name"), name),
                                new StructuralSchema(
                                        map(map(version.get("schema")).get("openAPIV3Schema")))));
            }
        }
    }

    private static Map<?, ?> map(Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> items(Object node) {
        var maps = new ArrayList<Map<?, ?>>();
        (node instanceof List<?> list ? list : Collections.emptyList()).forEach(each -> maps.add(map(each)));
        return maps;
    }
}
