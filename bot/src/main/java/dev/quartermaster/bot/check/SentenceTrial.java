package dev.quartermaster.bot.check;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether two golden paths say they are asked for in the same words: the reader could only guess which. Sentences are the
 * same when they differ in amounts, case, marks and words that every sentence may have.
 */
final class SentenceTrial {
    private static final Set<String> OF_ALL = Set.of(
            "a", "an", "the", "i", "me", "my", "we", "us", "our", "you", "it", "please", "pls", "can", "could", "would",
            "need", "want", "like", "get", "give", "have", "to", "for", "some", "d", "ll", "im");

    private final Catalogue catalogue;
    private final FilePlaces places;
    private final Faults faults;

    SentenceTrial(Catalogue catalogue, FilePlaces places, Faults faults) {
        this.catalogue = catalogue;
        this.places = places;
        this.faults = faults;
    }

    private record Said(PathName path, String sentence) {}

    void look() {
        sentences();
        synonyms();
    }

    private void sentences() {
        Map<String, Said> first = new LinkedHashMap<>();
        for (GoldenPath path : sorted()) {
            for (String sentence : path.says()) {
                Said other = first.putIfAbsent(plain(sentence), new Said(path.name(), sentence));
                if (other != null && !other.path().equals(path.name())) {
                    same(path, "says", sentence, other, "\"" + other.sentence() + "\" is how people ask for it");
                }
            }
        }
    }

    /** What one is called itself is that one, whoever says it for another as well. */
    private void synonyms() {
        Map<String, PathName> own = new LinkedHashMap<>();
        sorted().forEach(path -> {
            own.put(word(path.name().value()), path.name());
            own.put(word(path.title()), path.name());
        });
        Map<String, Said> first = new LinkedHashMap<>();
        for (GoldenPath path : sorted()) {
            for (String synonym : path.synonyms()) {
                PathName called = own.get(word(synonym));
                Said other = first.putIfAbsent(word(synonym), new Said(path.name(), synonym));
                if (called != null && !called.equals(path.name())) {
                    String file = FilePlaces.file(path.name());
                    faults.warning(
                            file,
                            places.line(file, "synonyms"),
                            "\"" + synonym + "\" is what " + called + " itself is called, so it never means this one.",
                            "Remove it here.");
                } else if (other != null && !other.path().equals(path.name())) {
                    same(path, "synonyms", synonym, other, "\"" + other.sentence() + "\" is a name of it");
                }
            }
        }
    }

    private void same(GoldenPath path, String key, String sentence, Said other, String how) {
        String file = FilePlaces.file(path.name());
        faults.problem(
                file,
                places.line(file, key, sentence),
                "",
                "\"" + sentence + "\" means " + other.path() + " as well: there " + how + ".",
                "Keep it in one of them, or say in each what only that one is.");
    }

    private List<GoldenPath> sorted() {
        return catalogue.paths().values().stream()
                .sorted(Comparator.comparing(GoldenPath::name))
                .toList();
    }

    /** Its words but those of any sentence, in no order, every amount the same. */
    private static String plain(String sentence) {
        return Stream.of(words(sentence).split(" "))
                .filter(word -> !OF_ALL.contains(word))
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static String word(String name) {
        return words(name).replace(" ", "");
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[0-9]+(?:[.,][0-9]+)?", "#")
                .replaceAll("[^\\p{L}#]+", " ")
                .strip();
    }
}
