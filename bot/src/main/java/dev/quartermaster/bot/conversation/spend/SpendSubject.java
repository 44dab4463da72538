package dev.quartermaster.bot.conversation.spend;

import dev.quartermaster.actions.ledger.SpendGroup.Key;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.bot.card.spend.SpendView;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a team's spend a question is about: somebody's, of one kind, for one purpose, with GPUs, of one lease. */
final class SpendSubject {
    private static final Pattern LEASE = Pattern.compile("\\b(?:lease|req)-([a-z0-9-]{1,40})\\b");
    private static final Pattern GPU = Pattern.compile("(?<!by )(?<!per )(?<!which )(?<!each )\\bgpus?\\b");
    private static final Pattern GPU_KIND = Pattern.compile("\\b([ahtlv]\\d{1,3}[a-z]?)(?<!s)s?\\b");
    private static final Pattern SPENT = Pattern.compile(
            "\\b(?:what|how much)(?: money)? (?:did|does|do|has|have|is|was) (?:the |this )?([^?,]{1,60}?) (?:spen[dt]|spending|cost|costing|used?|burn\\w*|consumed?|got through)\\b");
    /** Who is never meant by name. */
    private static final Set<String> ANYBODY = Set.of(
            "we",
            "i",
            "you",
            "they",
            "it",
            "that",
            "this",
            "us",
            "everybody",
            "everyone",
            "all",
            "everything",
            "my",
            "our",
            "your",
            "their",
            "his",
            "her",
            "people",
            "team",
            "teams",
            "each",
            "any",
            "last",
            "next",
            "these",
            "those",
            "today",
            "yesterday");

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}._-]+");

    private final People people;
    private final Catalogue catalogue;

    SpendSubject(Bundle bundle) {
        this.people = bundle.people();
        this.catalogue = bundle.catalogue();
    }

    /** Whoever is named, each once; whole names first, then first names. */
    List<PersonId> persons(String words) {
        String said = " " + String.join(" ", APART.split(words.toLowerCase(Locale.ROOT))) + " ";
        return people.persons().values().stream()
                .filter(person -> Stream.of(
                                person.name(),
                                person.name().split(" ")[0],
                                person.id().value())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> said.contains(" " + name + " ") || said.contains(" " + name + "'s ")))
                .map(person -> person.id())
                .sorted()
                .toList();
    }

    /** Of what is in the report. */
    SortedMap<Key, List<String>> only(String words, SpendReport report) {
        String said = words.toLowerCase(Locale.ROOT);
        SortedMap<Key, List<String>> only = new TreeMap<>();
        List<String> leases = LEASE.matcher(said)
                .results()
                .map(found -> "lease-" + found.group(1))
                .toList();
        put(only, Key.LEASE, leases);
        put(only, Key.GPU_KIND, gpus(said));
        put(
                only,
                Key.DATASET,
                catalogue.datasets().keySet().stream()
                        .map(name -> name.value())
                        .filter(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                                .matcher(said)
                                .find())
                        .toList());
        if (only.isEmpty()) {
            put(only, Key.PATH, paths(said));
        }
        if (only.isEmpty()) {
            named(said).ifPresent(name -> put(only, Key.PURPOSE, purposes(name, report)));
        }
        return only;
    }

    private static void put(SortedMap<Key, List<String>> only, Key key, List<String> values) {
        if (!values.isEmpty()) {
            only.put(key, values);
        }
    }

    private static List<String> gpus(String said) {
        List<String> kinds = GPU_KIND.matcher(said)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return kinds.isEmpty() && GPU.matcher(said).find() ? List.of(SpendView.ANY_GPU) : kinds;
    }

    /** Of golden paths, by their names and titles; and by a word of theirs where it stands behind "on" or "for". */
    private List<String> paths(String said) {
        List<String> whole = catalogue.paths().values().stream()
                .filter(path -> mentions(said, path.name().value().replace('-', ' '))
                        || mentions(said, path.name().value())
                        || mentions(said, path.title().toLowerCase(Locale.ROOT)))
                .map(path -> path.name().value())
                .sorted()
                .toList();
        if (!whole.isEmpty()) {
            return whole;
        }
        Matcher kind = Pattern.compile(
                        "\\b(?:on|only|just|for|did the) (?:the |our |my )?(\\p{L}{3,20}?)s?(?: only| alone)?\\b(?! (?:team|week|month|quarter|year))")
                .matcher(said);
        List<String> found = new ArrayList<>();
        while (kind.find() && found.isEmpty()) {
            String word = kind.group(1);
            catalogue.paths().values().stream()
                    .filter(path -> words(path).contains(word))
                    .map(GoldenPath::name)
                    .map(PathName::value)
                    .sorted()
                    .forEach(found::add);
        }
        return found;
    }

    private static Set<String> words(GoldenPath path) {
        return Set.copyOf(Stream.concat(Stream.of(path.name().value(), path.title()), path.synonyms().stream())
                .filter(name -> name.split("[ -]").length <= 3)
                .flatMap(name ->
                        Arrays.stream(APART.split(name.toLowerCase(Locale.ROOT).replace('-', ' '))))
                .filter(word -> word.length() > 2)
                .toList());
    }

    private static boolean mentions(String said, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "s?\\b")
                .matcher(said)
                .find();
    }

    private static List<String> purposes(String name, SpendReport report) {
        List<String> words = Arrays.stream(APART.split(name))
                .filter(word -> word.length() > 2)
                .toList();
        return report.items().stream()
                .map(SpendReport.Item::purpose)
                .distinct()
                .filter(purpose -> !words.isEmpty()
                        && words.stream()
                                .allMatch(
                                        word -> purpose.toLowerCase(Locale.ROOT).contains(word)))
                .toList();
    }

    /** Whoever or whatever is said to have spent or cost something by a name; empty: nobody in particular. */
    private Optional<String> named(String said) {
        return SPENT.matcher(said)
                .results()
                .map((MatchResult found) -> found.group(1).strip())
                .filter(name -> Arrays.stream(APART.split(name)).noneMatch(ANYBODY::contains))
                .filter(name -> people.team(team(name)).isEmpty())
                .findFirst();
    }

    private static TeamId team(String name) {
        String first = name.split(" ")[0].replaceAll("[^a-z0-9-]", "");
        return new TeamId(first.matches("[a-z][a-z0-9-]{0,30}") ? first : "none");
    }

    /** What to say where somebody or something is named that nobody here knows; empty: everything is known. */
    Optional<String> unknown(String words, SortedMap<Key, List<String>> only) {
        String said = words.toLowerCase(Locale.ROOT);
        if (!only.isEmpty() || !persons(words).isEmpty()) {
            return Optional.empty();
        }
        return named(said).map(name -> {
            List<String> near = Nearest.of(
                    name,
                    people.persons().values().stream()
                            .map(person -> person.name())
                            .toList(),
                    3);
            return "Nobody here, no team and nothing in these days is called \"" + name + "\". Did you mean "
                    + String.join(", ", near.subList(0, near.size() - 1)) + " or " + near.getLast()
                    + "? Ask again with the name, or `/qm spend` for all of your team's.";
        });
    }
}
