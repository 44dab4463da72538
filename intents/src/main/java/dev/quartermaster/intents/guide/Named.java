package dev.quartermaster.intents.guide;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The golden path a question names: by the longest of its names that stands in it. */
final class Named {
    private final Catalogue catalogue;

    Named(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Optional<GoldenPath> in(String text) {
        var said = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        return catalogue.paths().values().stream()
                .filter(path -> longest(said, path) > 0)
                .max(Comparator.<GoldenPath>comparingInt(path -> longest(said, path))
                        .thenComparing(GoldenPath::name));
    }

    private static int longest(String said, GoldenPath path) {
        return Stream.concat(Stream.of(path.name().value().replace('-', ' '), path.title()), path.synonyms().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> said.contains(" " + name + " ") || said.contains(" " + name + "s "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
