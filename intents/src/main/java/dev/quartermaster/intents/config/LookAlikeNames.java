package dev.quartermaster.intents.config;

import com.ibm.icu.text.SpoofChecker;
import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import dev.quartermaster.intents.yaml.YamlFile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of people, teams or datasets that the eye takes for one another. Never a reason to refuse a bundle: people are
 * called what they are called. Two who are called exactly the same are told apart by their ids, and are not named here.
 */
public final class LookAlikeNames {
    private static final SpoofChecker CHECKER =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private final List<Problem> found = new ArrayList<>();

    private LookAlikeNames() {}

    /** @return each by file and line, what it looks like and what to do; empty mostly */
    public static List<Problem> in(Bundle bundle) {
        LookAlikeNames names = new LookAlikeNames();
        names.list(bundle, "people.yaml", "people", "person", "id", List.of("id", "name", "emails"));
        names.list(bundle, "people.yaml", "teams", "team", "id", List.of("id", "title"));
        names.list(bundle, "data.yaml", "datasets", "dataset", "name", List.of("name", "synonyms"));
        return List.copyOf(names.found);
    }

    /** @param whose which entry it belongs to: one's own names may look alike */
    private record Name(String text, String whose, int line) {}

    private void list(Bundle bundle, String file, String list, String kind, String id, List<String> keys) {
        Map<String, Name> seen = new HashMap<>();
        entries(bundle, file, list).forEach(entry -> {
            Fields fields = entry.names();
            String whose = fields.optional(id).flatMap(Node::text).orElse("");
            keys.stream()
                    .flatMap(key -> fields.optional(key).stream())
                    .flatMap(LookAlikeNames::texts)
                    .forEach(node -> node.text().ifPresent(text -> {
                        Name name = new Name(text, whose, node.line());
                        compare(file, kind, name, seen.putIfAbsent(skeleton(text), name));
                    }));
        });
    }

    private void compare(String file, String kind, Name name, @Nullable Name before) {
        if (before == null
                || before.whose().equals(name.whose())
                || before.text().equals(name.text())) {
            return;
        }
        found.add(new Problem(
                file,
                name.line(),
                "\"" + name.text() + "\" (" + kind + " " + name.whose() + ") looks like \"" + before.text() + "\" ("
                        + kind + " " + before.whose() + ", line " + before.line() + ").",
                "Make sure that both are meant; if one is a slip, correct it."));
    }

    private static List<Node> entries(Bundle bundle, String file, String list) {
        return YamlFile.read(file, bundle.files().getOrDefault(file, ""), new ArrayList<>()).stream()
                .flatMap(root -> root.names().optional(list).stream())
                .flatMap(node -> node.list().stream())
                .toList();
    }

    private static Stream<Node> texts(Node node) {
        return node.plainText().isPresent() ? Stream.of(node) : node.list().stream();
    }

    private static String skeleton(String name) {
        return CHECKER.getSkeleton(CaseFolding.lower(Normalizer.normalize(name, Normalizer.Form.NFKC)));
    }
}
