package dev.quartermaster.intents.guide;

import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.policy.SentenceParts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a golden path may see without asking, what more takes, and which images it may run. */
final class Reach {
    private final Bundle bundle;

    Reach(Bundle bundle) {
        this.bundle = bundle;
    }

    String of(GoldenPath path) {
        var classes = path.data().classes().stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        var reached = path.data().datasets().stream()
                .flatMap(name -> bundle.catalogue().covered(name).stream())
                .map(dataset -> dataset.name().value())
                .distinct()
                .sorted()
                .toList();
        var without = classes.isEmpty() ? "no data" : SentenceParts.list(classes, "and") + " data";
        return path.title() + (path.planned() ? ", once it is offered," : "") + " sees " + without + " without asking"
                + (reached.isEmpty() ? "" : ": " + SentenceParts.list(reached, "and")) + ".\n"
                + more(path, reached);
    }

    /** Everything else is a grant of its own, with its owner's yes where the rules want one. */
    private String more(GoldenPath path, List<String> reached) {
        Map<String, List<String>> byOwner = new LinkedHashMap<>();
        bundle.catalogue().datasets().values().stream()
                .filter(dataset -> !path.data().classes().contains(dataset.dataClass()))
                .filter(dataset -> !reached.contains(dataset.name().value()))
                .sorted(Comparator.comparing(Dataset::name))
                .forEach(dataset -> byOwner.computeIfAbsent(
                                bundle.people().name(dataset.owner()), owner -> new ArrayList<>())
                        .add(dataset.name() + " (" + dataset.dataClass().name().toLowerCase(Locale.ROOT) + ")"));
        return byOwner.isEmpty()
                ? "There is no other data."
                : "More is asked for with /qm grant and belongs to "
                        + byOwner.entrySet().stream()
                                .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    String images(@Nullable GoldenPath named) {
        var standard = bundle.catalogue().paths().values().stream()
                .filter(path -> named == null ? !path.planned() : path.equals(named))
                .sorted(Comparator.comparing(GoldenPath::name))
                .flatMap(path -> path.parameters().stream()
                        .filter(parameter -> parameter.type() == Parameter.Type.IMAGE)
                        .map(Parameter::standard)
                        .filter(Objects::nonNull)
                        .map(value -> path.name() + ": " + value.text()))
                .toList();
        return "An image may come from "
                + SentenceParts.list(bundle.organisation().imageRegistries(), "or") + "."
                + (standard.isEmpty() ? "" : "\nWhere none is named it is\n" + String.join("\n", standard))
                + (named == null ? "" : inAWord(named));
    }

    private static String inAWord(GoldenPath path) {
        String words = path.parameters().stream()
                .filter(parameter -> parameter.type() == Parameter.Type.IMAGE)
                .flatMap(parameter -> parameter.options().stream())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : "\nIn a word it can be: " + words + ".";
    }
}
